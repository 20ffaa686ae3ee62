"""`lmdb/{split}` of a dataset as a source of pictures, for sets that have no TSV any more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tilewise.dataset.layout import LMDB_FOLDER, SPLITS, TextLine
from tilewise.dataset.lines import Line
from tilewise.dataset.lmdb_reader import Pair, SplitReader, parse_image_record
from tilewise.dataset.lmdb_writer import IMAGES, PAIRS, lmdb_folder
from tilewise.dataset.sources import SourcePicture
from tilewise.faults import Fault, InputError


def lmdb_splits(dataset: Path) -> tuple[str, ...]:
    folder = dataset / LMDB_FOLDER
    names = {path.name for path in folder.iterdir() if path.is_dir()} if folder.is_dir() else set()
    return (*(split for split in SPLITS if split in names), *sorted(names - set(SPLITS)))


@dataclass(frozen=True)
class _StoredPicture(SourcePicture):
    data: bytes = b""

    @property
    def where(self) -> str:
        return f"{self.path}: picture {self.image_id}"

    def read(self) -> bytes:
        return self.data


@dataclass(frozen=True)
class LmdbSource:
    """Splits are kept; a line number is the number of the first pair of a text, counted from 1."""

    dataset: Path
    kind: str = "LMDB"

    @property
    def splits(self) -> tuple[str, ...]:
        return lmdb_splits(self.dataset)

    def pictures(self) -> Iterator[SourcePicture | Fault]:
        for split in self.splits:
            folder = lmdb_folder(self.dataset, split, IMAGES)
            with ExitStack() as stack:
                try:
                    reader = stack.enter_context(SplitReader(folder.parent))
                except InputError as error:
                    yield from error.faults
                    continue
                for key, value in reader.records():
                    try:
                        image_id, data = parse_image_record(key, value, f"{folder}: picture {key.decode()}")
                        yield _StoredPicture(folder, split=split, image_id=image_id, data=data)
                    except InputError as error:
                        yield from error.faults

    def text_lines(self) -> Iterator[tuple[Line, str, TextLine] | Fault]:
        for split in self.splits:
            folder = lmdb_folder(self.dataset, split, PAIRS)
            with ExitStack() as stack:
                try:
                    reader = stack.enter_context(SplitReader(folder.parent))
                except InputError:
                    continue  # told by pictures()
                for (text_id, text), group in groupby(_pairs(reader), key=lambda entry: entry[1][1:]):
                    pairs = list(group)
                    line = TextLine(text_id, text, tuple(pair.image_id for _, pair in pairs))
                    yield Line(folder, pairs[0][0] + 1, 0, b""), split, line


def _pairs(reader: SplitReader) -> Iterator[tuple[int, Pair]]:
    for position in range(len(reader)):
        yield position, reader.pair(position)
