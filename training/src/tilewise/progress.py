"""Progress on stderr: a line that rewrites itself on a terminal, one line every ten seconds in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
_TERMINAL_SECONDS = 0.5
_LOG_SECONDS = 10.0


def track(items: Iterable[Item], what: str, total: int | None = None) -> Iterator[Item]:
    """Yields the items and tells how many went by; silent when it is over before the first line is due."""
    terminal = sys.stderr.isatty()
    interval = _TERMINAL_SECONDS if terminal else _LOG_SECONDS
    start = told = time.monotonic()
    shown = False
    count = 0
    for count, item in enumerate(items, 1):
        yield item
        now = time.monotonic()
        if now - told >= interval:
            told, shown = now, True
            _tell(_line(what, count, total, now - start), terminal)
    if shown:
        _tell(_line(what, count, total, time.monotonic() - start), terminal, last=True)


def _line(what: str, count: int, total: int | None, seconds: float) -> str:
    of = f" of {total:,}" if total else ""
    return f"{what}: {count:,}{of}, {count / max(seconds, 1e-9):,.0f}/s"


def _tell(line: str, terminal: bool, last: bool = False) -> None:
    if terminal:
        sys.stderr.write(f"\r\x1b[K{line}" + ("\n" if last else ""))
    else:
        sys.stderr.write(line + "\n")
    sys.stderr.flush()
