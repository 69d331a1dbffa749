"""Russian as a person writes it: names, posts, agreement, dates, numbers. Pure functions from text
and values to text.

`declension` is what others ask for a name or a post in a case; `names` takes a full name apart,
`name_parts` and `name_shapes` decline its parts, `forms` weighs opinions, `sex` tells whose it is;
`posts` and `post_heads` decline posts, `bodies` those of authorities and districts; `engines` are
the two libraries that are asked, `paradigms` the school grammar beside them. `agreement`,
`numbers`, `phrases`, `dates`, `deadlines` and `typography` are the rest of a letter's language.
"""
