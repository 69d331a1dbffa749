"""The password of the mail server: from the environment, else from the system's keyring; never from
a file of the workspace (design §6.8).
"""

from __future__ import annotations

from letters_gen.errors import InputError
from letters_gen.model.mail import MailServer

SERVICE = "letters-gen"
"""Under this name the keyring keeps it."""


def mail_password(server: MailServer, given: str | None) -> str:
    """The password, '' where the server asks for none.

    Args:
        given: what the environment says, None where it says nothing.

    Raises:
        InputError: `mail-password-missing`; `mail-password-letters`: it has other letters than
            mail servers take.
    """
    if not server.user:
        return ""
    found = given or _kept(server.user)
    if not found:
        raise InputError("mail-password-missing", user=server.user)
    if not (found + server.user).isascii():
        raise InputError("mail-password-letters", user=server.user)
    return found


def _kept(user: str) -> str | None:
    """What the keyring keeps; None where there is none, or it can't be asked."""
    try:
        # Not everybody has it, and only who mails needs it.
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        return keyring.get_password(SERVICE, user)
    except KeyringError:
        return None
