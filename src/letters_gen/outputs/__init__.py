"""What is made besides the filled template: `tables` says what stands in the appendix workbook, `workbook` draws it."""
