"""The code of a document as a picture (form: requisite 31)."""

from __future__ import annotations

from io import BytesIO

# Dots a module: a printer of 600 dpi has two for each; the quiet zone is completed by the margins.
_DOTS = 6
_QUIET = 2


def code_picture(text: str) -> bytes:
    """A QR code that says `text`, as a PNG; equal texts give equal bytes.

    Of the level at which a sixth of it may be unreadable, better where the same size allows it.
    """
    import segno

    drawn = BytesIO()
    code = segno.make_qr(text, error="m", encoding="utf-8", boost_error=True)
    code.save(drawn, kind="png", scale=_DOTS, border=_QUIET)
    return drawn.getvalue()
