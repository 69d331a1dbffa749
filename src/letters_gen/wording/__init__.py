"""Codes and arguments -> sentences in the reader's language, by gettext; for both doors.

`language` holds the language; `failures` and `oddities` are the tables of sentences, `checks` those
of the doctor; `sentences` fills them in; `places` says where.
"""
