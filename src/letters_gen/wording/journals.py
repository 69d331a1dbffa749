"""The journals of the register, in words."""

from letters_gen.model.settings import Series
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

_NAMES = {
    "outgoing": marked("outgoing documents"),
    "orders": marked("orders"),
    "staff_orders": marked("staff orders"),
    "incoming": marked("incoming documents"),
}
JOURNALS = tuple(_NAMES)
"""The keys of all journals."""


def journal_text(key: str) -> str:
    """What a journal is called on the screen."""
    return _(_NAMES.get(key, key))


def series_text(series: Series) -> str:
    """Whose numbers they are, by the journal and the index that they bear."""
    named = journal_text(series.journal)
    return f"{named} {series.index}" if series.index else named


def former_series(key: str) -> str:
    """A series that the settings no longer have, by its key alone."""
    return _("the former series «{key}»").format(key=key)
