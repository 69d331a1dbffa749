"""A Word package, read and written (ISO/IEC 29500, ECMA-376): what templates, print files and
checks need to know of it, once.

`package` reads: parts, what they are, what they point to; `packing` writes. `names` are its
namespaces and kinds, `elements` what is done to its XML, `order` the order that the schema wants,
`styles` what a style inherits. `reading` opens a document with python-docx, where speed doesn't
matter.
"""
