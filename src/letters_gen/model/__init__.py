"""The values that all layers share: frozen dataclasses that touch no file, clock, network or
database.

One module a subject: `period`, `basis`, `school`, `monitoring` (the facts), `judgement` (what they
mean), `settings` (the office), `oddity` (what isn't as expected), `entry` (the register), `field`
(the templates' words).
"""
