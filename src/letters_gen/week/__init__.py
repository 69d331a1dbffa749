"""A sheet understood: which is meant, what it says and means, and what came before it.

`sheets` knows the sheets of a workspace; `survey` reads, matches and judges one, `checking` shows
all that is odd and open about it; `basis` is its covering letter as far as known; `history` looks
back at the weeks before, `trend`, `pivot` and `trend_file` set them side by side; `questions` are
what isn't certain, and the clerk's answers, kept where they belong; `founding` lays a new
office and fills its directory from a sheet. Nothing here asks or prints.
"""
