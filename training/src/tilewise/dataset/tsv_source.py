"""`{split}_imgs.tsv` and `{split}_texts.jsonl` that exist already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tilewise.dataset.layout import (
    IMAGES_SUFFIX,
    SPLITS,
    TEXTS_SUFFIX,
    TextLine,
    images_file,
    parse_id,
    parse_text_line,
    texts_file,
)
from tilewise.dataset.lines import Line, read_lines
from tilewise.dataset.sources import SourcePicture
from tilewise.faults import Fault, InputError, shorten


def tsv_splits(folder: Path) -> tuple[str, ...]:
    """Names in front of the two endings; train, valid and test first."""
    names = {
        path.name.removesuffix(ending) for ending in (IMAGES_SUFFIX, TEXTS_SUFFIX) for path in folder.glob(f"*{ending}")
    }
    return (*(split for split in SPLITS if split in names), *sorted(names - set(SPLITS)))


@dataclass(frozen=True)
class TsvSource:
    """`keep`: the splits stay as they are; otherwise all pictures are split anew."""

    folder: Path
    keep: bool
    kind: str = "TSV and JSONL"

    @property
    def names(self) -> tuple[str, ...]:
        return tsv_splits(self.folder)

    @property
    def splits(self) -> tuple[str, ...]:
        return self.names if self.keep else ()

    def pictures(self) -> Iterator[SourcePicture | Fault]:
        for split in self.names:
            path = images_file(self.folder, split)
            if not path.is_file():
                yield Fault(str(path), f"the pictures of {texts_file(self.folder, split).name}", "no such file")
                continue
            for line in read_lines(path):
                yield _locate(line, split)

    def text_lines(self) -> Iterator[tuple[Line, str, TextLine] | Fault]:
        for split in self.names:
            path = texts_file(self.folder, split)
            if not path.is_file():
                yield Fault(str(path), f"the texts of {images_file(self.folder, split).name}", "no such file")
                continue
            for line in read_lines(path):
                try:
                    yield line, split, parse_text_line(line.text(), line.where)
                except InputError as error:
                    yield from error.faults


def _locate(line: Line, split: str) -> SourcePicture | Fault:
    """Only the id is read here; the picture is decoded by whoever asks for its bytes."""
    head, tab, _ = line.content[:64].partition(b"\t")
    if not tab:
        return Fault(line.where, "id TAB base64", f"no TAB in {shorten(head.decode('utf-8', 'backslashreplace'))}")
    try:
        image_id = parse_id(head, line.where)
    except InputError as error:
        return error.faults[0]
    return SourcePicture(
        line.path, line=line.number, offset=line.offset, length=len(line.content), split=split, image_id=image_id
    )
