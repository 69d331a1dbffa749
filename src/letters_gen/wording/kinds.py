"""What a key of letters.toml accepts, in words."""

from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

_KINDS = {
    "text": marked("text in quotes"),
    "filled-text": marked("text in quotes, not empty"),
    "whole-number": marked("a whole number"),
    "number": marked("a number"),
    "true-or-false": marked("true or false, without quotes"),
    "list": marked("a list in square brackets"),
    "table": marked("a table of keys and values"),
    "date": marked("a date: 2023-09-15, without quotes"),
    "one-of": marked("one of: {detail}"),
    "pattern": marked("text of the shape {detail}"),
    "digits": marked("figures alone"),
    "key-text": marked("letters, figures, hyphens and underscores, without spaces"),
    "file-name": marked("the name of a file, without folders"),
    "field-name": marked("a word of letters, figures and underscores that begins with a letter"),
    "latin-key": marked("Latin letters, figures, hyphens and underscores"),
    "year": marked("a year of four figures"),
    "server-address": marked("an address that begins with postgresql://"),
    "at-least": marked("no less than {detail}"),
    "at-most": marked("no more than {detail}"),
    "items": marked("the right number of items ({detail})"),
    "number-format": marked(
        "text that names {{seq}} and, if wanted, {{index}}, {{year}}, {{yy}}, {{month}}; "
        "{{seq:03}} has a width"
    ),
    "value-or-share": marked("either value (one column) or share (two columns)"),
    "no-password": marked(
        "an address without the password; that stands in the environment (PGPASSWORD) or in .pgpass"
    ),
    "scope-or-schools": marked("either scope, or schools and each"),
    "sheet-needed": marked("without a sheet neither judged schools nor a workbook"),
    "from-and-to": marked("both from and to, from not after to; or neither"),
    "letter-needs-addressee": marked("addressee, not empty, where form is letter"),
    "heading-needed": marked("heading, not empty, but where sheet = false"),
    "sheets-of-what": marked('appendix_mark = "sheets" together with a template in appendices'),
    "order-only": marked('acquaint and distribution together with form = "order"'),
    "overdue-each": marked('schools = "overdue" together with each = true and sheet = false'),
    "days-or-basis": marked(
        'a number of working days, 1 to 250, or "basis": the deadline that the covering letter sets'
    ),
    "mail-address": marked("one e-mail address: ruo@example.org"),
    "mail-open": marked('security = "starttls" or "tls"; "none" only for a server on this machine'),
    "one-requirement": marked("one of at_least, at_most, equals"),
}


def accepted_text(kind: str, detail: str) -> str:
    """What is accepted: `kind` as `office.settings_faults` names it, with its detail."""
    return _(_KINDS[kind]).format(detail=detail)
