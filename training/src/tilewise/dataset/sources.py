"""What can be prepared: label folders, a labels JSONL, or TSV and JSONL that exist already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tilewise.dataset.layout import TextLine, parse_image_line
from tilewise.dataset.lines import Line, place
from tilewise.faults import Fault, InputError


@dataclass(frozen=True)
class SourcePicture:
    """One picture and where its bytes lie: a whole file, or a stretch of a TSV.

    `split` is "" where the source has none, `image_id` None where it is ours to give.
    """

    path: Path
    texts: tuple[str, ...] = ()
    line: int | None = None
    offset: int = 0
    length: int = 0
    split: str = ""
    image_id: int | None = None

    @property
    def where(self) -> str:
        return str(self.path) if self.line is None else place(self.path, self.line)

    def read(self) -> bytes:
        """The picture file's bytes. Raises InputError when the TSV line is not `id TAB base64`."""
        if self.line is None:
            return self.path.read_bytes()
        with self.path.open("rb") as stream:
            stream.seek(self.offset)
            return parse_image_line(stream.read(self.length), self.where)[1]


class Source(Protocol):
    """A set of labelled pictures, read in one stable order."""

    @property
    def kind(self) -> str: ...

    @property
    def splits(self) -> tuple[str, ...]:
        """Splits that the source brings and that are kept; empty where the pictures are split here."""

    def pictures(self) -> Iterator[SourcePicture | Fault]: ...

    def text_lines(self) -> Iterator[tuple[Line, str, TextLine] | Fault]:
        """Lines of texts (with their split) that name pictures by id; nothing where pictures carry texts."""


def open_source(path: Path, resplit: bool = False) -> Source:
    """Raises InputError when `path` is none of the three kinds."""
    from tilewise.dataset.label_folders import LabelFolders
    from tilewise.dataset.labels_jsonl import LabelsJsonl
    from tilewise.dataset.tsv_source import TsvSource, tsv_splits

    if path.is_file():
        return LabelsJsonl(path)
    if path.is_dir():
        splits = tsv_splits(path)
        # One pair of files is a set that nobody has split yet; several are somebody's choice.
        return TsvSource(path, keep=len(splits) > 1 and not resplit) if splits else LabelFolders(path)
    expected = "a folder of label folders, a labels JSONL, or a folder with *_imgs.tsv and *_texts.jsonl"
    raise InputError(Fault(str(path), expected, "nothing there"))
