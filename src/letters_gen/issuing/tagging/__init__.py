"""A template out of a finished letter: what the week says is found in it and becomes tags.

`template_of` is the table of contents. `occasion` tells on what occasion the letter was written:
its type, school, number, day, sheet; `values` all that templates could say on it, each with its
tag, `expressions` one of them in its forms; `own` keeps the tags of the type's own templates where
the letter says what these do, `own_template` what that is; `of_one` puts what is said of a list's
only item so that it holds for several; `passages` opens the letter and puts tags into its
paragraphs; `alike` reads texts that differ in their values alone, with which `repeats` makes loops
of rows and paragraphs; `renumbering` minds the numbers behind them, `looks` how these look;
`spread` gathers values that stand in several paragraphs; `finding` finds values in a passage,
`choosing` tells which of several fields is meant; `strange` tells what looks like a value and isn't
known; `proof` fills the template and holds it against the letter; `keeping` writes it. `plain` is
text as all of them compare it.
"""
