"""Russian as a person writes it: names, posts, agreement, dates, numbers. Pure functions from text
and values to text.

`declension` is what others ask for a name, a post or a body in a case; `name_text` and
`full_names` take a name apart, `names` puts it into a case, `name_parts`, `double_names` and
`name_shapes` decline its parts, `forms` weighs opinions, `sex` tells whose it is; `posts` and
`post_heads` decline posts, `bodies`, `body_nouns`, `body_attributes` and `places` authorities and
districts; `engines` are the two libraries that are asked, `paradigms` the school grammar beside
them. `agreement`, `counted`,
`numbers`, `phrases`, `dates`, `deadlines` and `typography` are the rest of a letter's language.
"""
