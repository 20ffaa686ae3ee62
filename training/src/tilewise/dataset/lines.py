"""Files read line by line, each with the place that a message names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tilewise.faults import Fault, InputError


@dataclass(frozen=True)
class Line:
    """`number` counts from 1, `offset` and `content` are bytes; the line break is kept."""

    path: Path
    number: int
    offset: int
    content: bytes

    @property
    def where(self) -> str:
        return place(self.path, self.number)

    def text(self) -> str:
        try:
            return self.content.decode("utf-8").removeprefix("\ufeff").strip()
        except UnicodeDecodeError as error:
            raise InputError(Fault(self.where, "UTF-8", f"byte {error.object[error.start]:#04x}")) from error


def place(path: Path | str, number: int) -> str:
    return f"{path}:{number}"


def read_lines(path: Path) -> Iterator[Line]:
    """One line at a time, blank lines left out."""
    offset = 0
    with path.open("rb") as stream:
        for number, content in enumerate(stream, 1):
            if content.strip():
                yield Line(path, number, offset, content)
            offset += len(content)
