"""Documents as bytes in their places.

`templates` compiles and checks those of a workspace; `filling` makes a document and its appendices
of them; `document` is one of a run as it is reported; `jobs` is what a worker does with a chunk,
`workers` are the processes that do it, here or on a `cluster`; `file_numbers` tells which numbers
the files of a year bear already.
"""
