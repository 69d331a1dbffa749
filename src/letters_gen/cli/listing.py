"""How a help lists its commands: in the order in which they are needed, each with its whole first
sentence.
"""

from __future__ import annotations

import click

# Longer than any first sentence: click would cut it at the end of the line.
_WHOLE = 1000


class Listing(click.Group):
    """Commands in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, not by the alphabet."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, a sentence that is too long for a line on several."""
        for command in self.commands.values():
            command.short_help = command.get_short_help_str(_WHOLE)
        super().format_commands(ctx, formatter)
