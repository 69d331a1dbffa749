"""Russian as a person writes it: cases, dates, numbers. Pure functions from text and values to text.

`cases` declines the names of bodies and districts; `numbers` writes counts, shares and requirements; `dates` writes
and reads dates; `initials` turns a name for the signature.
"""
