"""letters-gen: from a ministry's weekly monitoring spreadsheet to issued, numbered official
letters.

The one way through the code is facts → compliance → documents → issuing → files;
docs/ARCHITECTURE.md draws it.
"""
