"""The ways by which documents go out."""

from letters_gen.model.mail import BY_MAIL

HAND = "нарочно"
WAYS = {
    "post": "почта",
    "hand": HAND,
    "mail": BY_MAIL,
    "edo": "ЭДО",
    "chat": "мессенджер",
}
"""Each way as the register says it."""
