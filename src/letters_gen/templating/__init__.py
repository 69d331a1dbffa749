"""Word templates, filled: `compile_template(path, fields, filters)` once, `.render(values)` for
each document.

The way of a template: `package` opens it; `markup` makes a stream of tokens of each part; `tags`
finds the tags in it, `hoisting` puts those of rows, paragraphs and runs in the place of these,
`cells` shapes cells, `unique` minds the ids, `lists` the numbered lists;
`source` writes the Jinja template, which `sandbox` compiles; `blocks` and `names` check it;
`sharing` puts in what all letters have alike; `part` holds the result.
The way of a letter: `escaping` turns values into XML, `grid` and `pictures` mend what needs it,
`packing` writes.
"""

from letters_gen.templating.compiled import CompiledTemplate, compile_template
from letters_gen.templating.pictures import Picture

__all__ = ["CompiledTemplate", "Picture", "compile_template"]
