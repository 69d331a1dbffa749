"""What each document says: model -> the fields of its template. Pure.

`vocabulary` declares every field once (name, meaning, example); `letter` fills them; `filters` are the templates'
verbs; `statement` is what a document states, as the register keeps and compares it; `filenames` names its files.
"""
