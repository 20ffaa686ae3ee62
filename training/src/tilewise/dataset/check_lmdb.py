"""Compares `lmdb/{split}` with the TSV and JSONL it was built from, record by record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path

from tilewise.dataset.fingerprint import content_hash
from tilewise.dataset.index import Index
from tilewise.dataset.layout import IMAGES_SUFFIX, LMDB_FOLDER, TEXTS_SUFFIX
from tilewise.dataset.lmdb_reader import Pair, SplitReader, parse_image_record
from tilewise.dataset.lmdb_writer import IMAGE_COUNT, IMAGES, PAIR_COUNT, PAIRS, lmdb_folder
from tilewise.dataset.scan import FaultList
from tilewise.faults import Fault, InputError, shorten

_PAIRS = """
SELECT pair.image_id, text.text_id, text.text FROM text JOIN pair ON pair.text=text.number
WHERE text.split=? ORDER BY text.number, pair.position
"""


def check_lmdb(dataset: Path, index: Index, splits: Iterable[str], faults: FaultList) -> None:
    for split in splits:
        folder = dataset / LMDB_FOLDER / split
        if not folder.is_dir():
            faults.add(Fault(str(folder), f"LMDB of {split}{IMAGES_SUFFIX}", "none", "warning"))
            continue
        try:
            with SplitReader(folder) as reader:
                for fault in (*_pictures(dataset, reader, index, split), *_pairs(dataset, reader, index, split)):
                    faults.add(fault)
        except InputError as error:
            for fault in error.faults:
                faults.add(fault)


def _pictures(dataset: Path, reader: SplitReader, index: Index, split: str) -> Iterator[Fault]:
    folder = lmdb_folder(dataset, split, IMAGES)
    expected = index.one("SELECT COUNT(*) FROM picture WHERE split=?", (split,))
    if reader.picture_count != expected:
        yield Fault(
            f"{folder}: {IMAGE_COUNT.decode()}", f"{expected} as in {split}{IMAGES_SUFFIX}", str(reader.picture_count)
        )
    seen = 0
    for key, value in reader.records():
        where = f"{folder}: picture {key.decode(errors='backslashreplace')}"
        try:
            image_id, data = parse_image_record(key, value, where)
        except InputError as error:
            yield from error.faults
            continue
        rows = list(index.rows("SELECT content FROM picture WHERE split=? AND image_id=?", (split, image_id)))
        seen += len(rows)
        if not rows:
            yield Fault(where, f"an id of {split}{IMAGES_SUFFIX}", str(image_id))
        elif rows[0][0] != content_hash(data):
            yield Fault(where, f"the picture of {split}{IMAGES_SUFFIX}", "another")
    if seen < expected:
        yield Fault(str(folder), f"all {expected} pictures of {split}{IMAGES_SUFFIX}", f"{seen} of them")


def _pairs(dataset: Path, reader: SplitReader, index: Index, split: str) -> Iterator[Fault]:
    folder = lmdb_folder(dataset, split, PAIRS)
    expected = index.one("SELECT COUNT(*) FROM pair WHERE split=?", (split,))
    if len(reader) != expected:
        yield Fault(f"{folder}: {PAIR_COUNT.decode()}", f"{expected} as in {split}{TEXTS_SUFFIX}", str(len(reader)))
    wanted = (Pair(*row) for row in index.rows(_PAIRS, (split,)))
    for position, (pair, stored) in enumerate(zip_longest(wanted, _stored(reader))):
        if isinstance(stored, Fault):
            yield stored
        elif pair != stored:
            yield Fault(f"{folder}: pair {position}", f"{_told(pair)} as in {split}{TEXTS_SUFFIX}", _told(stored))


def _stored(reader: SplitReader) -> Iterator[Pair | Fault]:
    for position in range(len(reader)):
        try:
            yield reader.pair(position)
        except InputError as error:
            yield error.faults[0]


def _told(pair: Pair | None) -> str:
    return "nothing" if pair is None else shorten(tuple(pair))
