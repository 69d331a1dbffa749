"""What an electronic signature says that it signs, as far as that can be read without certificates
(RFC 5652, CMS): the content that it carries, or the digests of what lies beside it.
"""

from __future__ import annotations

import base64
import email
import hashlib
import re
from dataclasses import dataclass
from typing import Any

from letters_gen.errors import InputError, Place

_DER = b"\x30"
_PEM = b"-----BEGIN"
_HEADERS = re.compile(rb"(?:MIME-Version|Content-[A-Za-z-]+):", re.IGNORECASE)
# ГОСТ Р 34.11-2012 isn't among them: hashlib doesn't know it.
_KNOWN = frozenset(("sha1", "sha224", "sha256", "sha384", "sha512"))


@dataclass(frozen=True)
class Signature:
    """What a signature signs.

    Attributes:
        content: the bytes that it carries, None where it is detached.
        digests: of each signer whose algorithm is known, its name and the digest of what is signed.
    """

    content: bytes | None
    digests: tuple[tuple[str, bytes], ...]

    def is_of(self, signed: bytes) -> bool | None:
        """Whether it signs these bytes; None where that can't be told."""
        if self.content is not None:
            return self.content == signed
        if not self.digests:
            return None
        return all(hashlib.new(name, signed).digest() == digest for name, digest in self.digests)


def read_signature(content: bytes, name: str) -> Signature:
    """The signature in the file of this name: DER, PEM, base64 of DER, or S/MIME.

    Raises:
        InputError: `signature-damaged`: it is anything else.
    """
    # Seldom needed, and slow to import.
    from asn1crypto import cms

    try:
        message = cms.ContentInfo.load(_der(content))
        if message["content_type"].native != "signed_data":
            raise ValueError("no signed data")
        signed = message["content"]
        signers = list(signed["signer_infos"])
        if not signers:
            raise ValueError("nobody has signed")
        carried = signed["encap_content_info"]["content"]
        own = None if carried.native is None else bytes(carried)
        digests = tuple(found for one in signers if (found := _digest(one)))
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise InputError("signature-damaged", Place(file=name)) from error
    return Signature(own, digests)


def _der(content: bytes) -> bytes:
    """The signature itself, out of how it is written down; raises ValueError."""
    if content.startswith(_DER):
        return content
    from asn1crypto import pem

    text = content.removeprefix(b"\xef\xbb\xbf").strip()
    if _HEADERS.match(text):
        return _mailed(text)
    if text.startswith(_PEM):
        return bytes(pem.unarmor(text)[2])
    return base64.b64decode(b"".join(text.split()), validate=True)


def _mailed(text: bytes) -> bytes:
    """The signature of an e-mail's part, as mail programs save it (RFC 8551); raises ValueError."""
    for part in email.message_from_bytes(text).walk():
        written = part.get_payload(decode=True)
        if "pkcs7" in part.get_content_type() and isinstance(written, bytes):
            return written
    raise ValueError("no signature")


def _digest(signer: Any) -> tuple[str, bytes] | None:
    """The digest of what one signer has signed; None where it tells none, or by an algorithm that
    isn't known here.
    """
    name = signer["digest_algorithm"]["algorithm"].native
    attributes = signer["signed_attrs"]
    if name not in _KNOWN or not attributes:
        return None
    said = [one["values"] for one in attributes if one["type"].native == "message_digest"]
    return (name, bytes(said[0][0].native)) if said else None
