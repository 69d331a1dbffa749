"""What a message says in its headers is read back as it was written."""

from __future__ import annotations

import email
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default

from hypothesis import given
from hypothesis import strategies as st

from letters_gen.delivery.mail_message import POLICY

WORDS = st.lists(st.text('абвГД«»№-/0123xyz,."', min_size=1, max_size=30), min_size=1, max_size=12)


@given(WORDS)
def test_russian_texts_keep_their_spaces_whatever_their_length(words: list[str]) -> None:
    text = " ".join(words)
    message = EmailMessage(policy=POLICY)
    message["From"] = Address(text, addr_spec="ruo@example.org")
    message["Subject"] = text
    message.set_content("текст", cte="base64")
    # Names of files are no longer than that (`filenames.LONGEST`).
    file = f"{text[:60].strip()}.pdf"
    message.add_attachment(b"x", "application", "pdf", filename=file, params={"name": file})
    raw = message.as_bytes()
    assert raw.isascii() and max(map(len, raw.split(b"\r\n"))) < 998
    read = email.message_from_bytes(raw, policy=default)
    assert read["Subject"] == text
    # Python's newer reader puts a space between the pieces of a name, which RFC 2047 forbids.
    sender = email.message_from_bytes(raw)["From"]
    assert str(make_header(decode_header(sender))) == f"{text} <ruo@example.org>"
    [part] = read.iter_attachments()
    assert part.get_filename() == file
