"""Word templates, filled: `compile_template(path, fields, filters)` once, `.render(values)` for each document."""

from letters_gen.templating.compiled import CompiledTemplate, Picture, compile_template

__all__ = ["CompiledTemplate", "Picture", "compile_template"]
