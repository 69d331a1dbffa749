"""Jinja, shut in: templates reach the values they are given, and nothing of Python behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NoReturn

from jinja2 import StrictUndefined, Template, nodes
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

from letters_gen.templating.escaping import as_plain, as_text, as_value
from letters_gen.templating.limits import (
    BOUNDED,
    CALL,
    CONCAT,
    FILTER_GUARDS,
    OWN_CALL,
    PASSAGE,
    STEP,
    STEPS,
    bounded,
    concatenated,
    guarded,
    joined,
    limited_range,
    operated,
    replaced,
    spend,
    steps,
)
from letters_gen.templating.weighing import (
    HEAVY,
    WEIGHED,
    heavy,
    pay_for_call,
    weighed,
)

PLAIN_FILTER, AS_TEXT, AS_VALUE = "_plain", "_as_text", "_as_value"
_LOOP = frozenset(
    (
        "changed cycle depth depth0 first index index0 last length "
        "nextitem previtem revindex revindex0"
    ).split()
)
_TEXT = frozenset(
    "capitalize casefold count endswith find index isdigit join lower lstrip removeprefix "
    "removesuffix replace "
    "rstrip split splitlines startswith strip swapcase title upper".split()
)
_METHODS: Mapping[type, frozenset[str]] = {
    Mapping: frozenset(["items", "keys", "values", "get"]),
    list: frozenset(["index", "count"]),
    tuple: frozenset(["index", "count"]),
    str: _TEXT,
    Macro: frozenset(["name", "arguments", "caller"]),
    Cycler: frozenset(["next", "reset", "current"]),
}
_GROWING: Mapping[str, Callable[..., str]] = {"replace": replaced, "join": joined}


class MissingValueError(Exception):
    """A name that the values lack; `field` is that name."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class Missing(StrictUndefined):
    """Stands for a name without a value; any use of it raises MissingValueError."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> NoReturn:
        """Under this name Jinja's own undefined values fail too."""
        raise MissingValueError(str(self._undefined_name))

    __str__ = __repr__ = __iter__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = (
        _fail_with_undefined_error
    )
    __contains__ = __call__ = __getitem__ = __add__ = __radd__ = __sub__ = __mul__ = __int__ = (
        __float__
    ) = _fail_with_undefined_error
    __lt__ = __le__ = __gt__ = __ge__ = __html__ = _fail_with_undefined_error


class Sandbox(SandboxedEnvironment):
    """The environment of one template; every value is escaped when it is written, and only then.

    Attributes:
        own_filters: the names of the office's filters.
    """

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(
            undefined=Missing, autoescape=True, finalize=as_text, keep_trailing_newline=True
        )
        for unwanted in ("lipsum", "cycler", "joiner"):
            self.globals.pop(unwanted, None)
        self.globals["range"] = limited_range
        self.globals["cycler"], self.globals["joiner"] = Cycler, Joiner
        for marking in ("safe", "e", "escape", "forceescape"):
            self.filters[marking] = _same
        for unwanted in ("xmlattr", "attr", "urlize", "pprint"):
            self.filters.pop(unwanted, None)
        for name in FILTER_GUARDS:
            self.filters[name] = guarded(name, self.filters[name])
        self.filters |= {PLAIN_FILTER: as_plain, BOUNDED: bounded, WEIGHED: weighed, HEAVY: heavy}
        self.filters |= {CONCAT: concatenated, STEPS: steps, AS_TEXT: as_text, AS_VALUE: as_value}
        self.filters.update(filters)
        self.own_filters = frozenset(filters)

    def compiled(self, tree: nodes.Template) -> Template:
        """The template of `tree`; what `finalize` has escaped isn't looked at again by Jinja's own
        escaping.
        """
        template: Template = self.from_string(tree)
        template.root_render_func.__globals__["escape"] = _same
        # A chain of mappings takes as long to walk through for each letter as ten values to fill.
        template.globals = dict(template.globals)
        return template

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`left operator right`, where the result isn't beyond measure."""
        operated(context, operator, left, right)
        return self.binop_table[operator](left, right)

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """A call from a template, paid for."""
        spend(context, OWN_CALL if isinstance(called, (Macro, LoopContext)) else CALL)
        result = super().call(context, called, *args, **kwargs)
        if isinstance(result, range):
            spend(context, STEP * len(result))
        elif isinstance(result, (str, list, tuple, dict)):
            bounded(result, PASSAGE)
            pay_for_call(context, called, result)
        return result

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`: an item of a mapping, else one of the few methods that are let
        through.
        """
        if type(obj) is dict:
            if attribute in obj:
                return obj[attribute]
        elif type(obj) is LoopContext:
            if attribute in _LOOP:
                return getattr(obj, attribute)
            return self.undefined(obj=obj, name=attribute)
        elif isinstance(obj, Mapping):
            try:
                return obj[attribute]
            except KeyError:
                return self._method(obj, attribute)
        elif isinstance(obj, Namespace):
            if not attribute.startswith("_"):
                return getattr(obj, attribute)
            return self.undefined(obj=obj, name=attribute)
        return self._method(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]`: an item; never an attribute of a Python object."""
        try:
            return obj[argument]
        except (TypeError, LookupError):
            if isinstance(argument, str):
                return self._method(obj, argument)
            return self.undefined(obj=obj, name=argument)

    def _method(self, obj: Any, name: str) -> Any:
        """A method that templates may call, else what is undefined."""
        for kind, allowed in _METHODS.items():
            if name in allowed and isinstance(obj, kind):
                guard = _GROWING.get(name) if kind is str else None
                return partial(guard, obj) if guard else getattr(obj, name)
        return self.undefined(obj=obj, name=name)

    def is_safe_callable(self, obj: Any) -> bool:
        """Methods that `getattr` let through, macros, and Jinja's own functions."""
        return callable(obj)


def _same(value: object) -> object:
    """Escaping once more changes nothing: every value is escaped when it is written."""
    return value
