"""Electronic signatures as signing programs write them: CMS, detached or not."""

from __future__ import annotations

import datetime
from functools import cache

from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

# ГОСТ Р 34.11-2012, 256 бит.
_STREEBOG = "1.2.643.7.1.1.2.2"
_DAY, _LAST = datetime.datetime(2023, 4, 1), datetime.datetime(2024, 4, 1)


@cache
def _signer() -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Абакаров Г.К.")])
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, _DAY, _LAST)
    return made.sign(key, hashes.SHA256()), key


def signature(
    content: bytes,
    *,
    detached: bool = True,
    encoding: serialization.Encoding = serialization.Encoding.DER,
) -> bytes:
    """The signature of `content`, by SHA-256."""
    options = [pkcs7.PKCS7Options.Binary]
    if detached:
        options.append(pkcs7.PKCS7Options.DetachedSignature)
    made = pkcs7.PKCS7SignatureBuilder().set_data(content)
    return made.add_signer(*_signer(), hashes.SHA256()).sign(encoding, options)


def by_gost(content: bytes) -> bytes:
    """The same as a Russian signing program writes it: its digest isn't told by SHA."""
    message = cms.ContentInfo.load(signature(content))
    signer = message["content"]["signer_infos"][0]
    signer["digest_algorithm"] = {"algorithm": _STREEBOG}
    written: bytes = message.dump(force=True)
    return written
