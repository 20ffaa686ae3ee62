"""What is wrong with an input, told the same way everywhere: where, what was expected, what was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]
# One message must stay readable in a terminal: this many faults are named, the rest is counted.
NAMED_FAULTS = 20


@dataclass(frozen=True)
class Fault:
    """`where` is a path, with `:line` where the file has lines."""

    where: str
    expected: str
    found: str
    level: Level = "error"

    def __str__(self) -> str:
        return f"{self.where}: expected {self.expected}, found {self.found}"


class InputError(ValueError):
    """An input that cannot be used; its text names at most NAMED_FAULTS faults and counts the others."""

    def __init__(self, faults: Fault | Iterable[Fault], uncounted: int = 0) -> None:
        self.faults = [faults] if isinstance(faults, Fault) else list(faults)
        named = [str(fault) for fault in self.faults[:NAMED_FAULTS]]
        more = len(self.faults) - len(named) + uncounted
        super().__init__("\n".join([*named, f"... and {more} more"] if more else named))


def shorten(text: object, length: int = 60) -> str:
    """A found value, quoted and cut so that a message never carries a whole picture."""
    shown = repr(text)
    return shown if len(shown) <= length else f"{shown[:length]}... ({len(shown)} characters)"
