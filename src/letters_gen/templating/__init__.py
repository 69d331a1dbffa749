"""Word templates, filled: `compile_template(path, fields, filters)` once, `.render(values)` for
each document.

The way of a template: `opening` opens it safely, `harm` says what is refused; `cleaning` leaves out
what letters don't get, `revisions` and `bindings` with it. `tokens` makes a stream of tokens of
each part; `tags` finds the tags in it, `comment_tags` takes comments out, `structural_tags` puts
those of rows, paragraphs and runs in the place of these, `cell_tags` turns some into `properties`
of their cells, `unique_ids` minds the ids, `lists` the numbered lists, `notes` the notes. `source`
writes the Jinja template, which `sandbox` compiles; `block_check`, `syntax_check`, `name_check`,
`field_check` and `stray_tags` check it; `text_filters` lets filters act on a passage, `bounding`
puts `limits` to what it may cost, `prefilling` fills in what all letters have alike; `part` holds
the result.
The way of a letter: `escaping` turns values into XML, `grid`, `containers` and `pictures` mend what
needs it; `word.packing` writes.
The check of a template: `checking` tells all its faults, `soundness` and `content_soundness` what
Word would stumble over, `form` how it departs from the rules of form.
"""

from letters_gen.templating.compiled import CompiledTemplate, compile_template
from letters_gen.templating.pictures import Picture

__all__ = ["CompiledTemplate", "Picture", "compile_template"]
