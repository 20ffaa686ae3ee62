"""Writes the splits of an index: TSV, JSONL and LMDB side by side in one pass over the pictures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from tilewise.dataset.fingerprint import content_hash
from tilewise.dataset.index import Index
from tilewise.dataset.layout import TextLine, format_image_line, format_text_line, images_file, texts_file
from tilewise.dataset.lmdb_writer import (
    IMAGE_COUNT,
    IMAGES,
    PAIR_COUNT,
    PAIRS,
    LmdbWriter,
    lmdb_folder,
    map_bytes,
)
from tilewise.dataset.ordered_map import ordered_map
from tilewise.dataset.sources import SourcePicture
from tilewise.faults import Fault, InputError

# base64 makes four characters of three bytes.
_BASE64 = 4 / 3
# A pickled pair beside its text: two integers and the frame.
_PAIR_BYTES = 64
_UTF8_BYTES = 4


@dataclass(frozen=True)
class SplitCounts:
    pictures: int
    texts: int
    pairs: int


def bytes_needed(index: Index) -> int:
    """What TSV and LMDB of all pictures will take on disk, near enough to refuse a full disk at once."""
    pictures, size = index.count, index.one("SELECT SUM(size) FROM picture")
    encoded = int(size * _BASE64)
    return encoded + map_bytes(pictures, encoded)


def write_split(index: Index, folder: Path, split: str, kept: bool) -> SplitCounts:
    """`kept`: texts, their ids and their order are the source's; otherwise each text is a line with its pictures."""
    pictures = _write_images(index, folder, split)
    texts, pairs = _write_texts(index, folder, split, kept)
    return SplitCounts(pictures, texts, pairs)


_PICTURES = """
SELECT final_id, content, path, line, offset, length FROM picture WHERE target=? ORDER BY number
"""


def _write_images(index: Index, folder: Path, split: str) -> int:
    count, size = next(index.rows("SELECT COUNT(*), TOTAL(size) FROM picture WHERE target=?", (split,)))
    with ExitStack() as stack:
        tsv = stack.enter_context(images_file(folder, split).open("wb"))
        table = LmdbWriter(lmdb_folder(folder, split, IMAGES), map_bytes(count, int(size * _BASE64)))
        stack.enter_context(table)
        for image_id, picture in ordered_map(_read_again, index.rows(_PICTURES, (split,))):
            tsv.write(format_image_line(image_id, picture))
            table.put_image(image_id, picture)
        table.finish(IMAGE_COUNT)
    return int(count)


def _read_again(row: tuple[Any, ...]) -> tuple[int, bytes]:
    image_id, content, path, line, offset, length = row
    source = SourcePicture(Path(path), line=line, offset=offset, length=length)
    picture = source.read()
    if content_hash(picture) != content:
        raise InputError(Fault(source.where, "the picture that was read before", "another: it changed meanwhile"))
    return image_id, picture


def _write_texts(index: Index, folder: Path, split: str, kept: bool) -> tuple[int, int]:
    lines, pairs = 0, 0
    count, size = _pairs_of(index, split)
    with ExitStack() as stack:
        jsonl = stack.enter_context(texts_file(folder, split).open("w", encoding="utf-8", newline="\n"))
        table = LmdbWriter(lmdb_folder(folder, split, PAIRS), map_bytes(count, size))
        stack.enter_context(table)
        for line in _text_lines(index, split, kept):
            jsonl.write(format_text_line(line))
            for image_id in line.image_ids:
                table.put_pair(image_id, line.text_id, line.text)
            lines, pairs = lines + 1, pairs + len(line.image_ids)
        table.finish(PAIR_COUNT)
    return lines, pairs


_JOINED = """
pair JOIN picture ON picture.split=pair.split AND picture.image_id=pair.image_id AND picture.target=:split
"""


def _pairs_of(index: Index, split: str) -> tuple[int, int]:
    query = f"SELECT COUNT(*), TOTAL(LENGTH(text.text)) FROM {_JOINED} JOIN text ON text.number=pair.text"
    count, characters = index.database.execute(query, {"split": split}).fetchone()
    return int(count), int(characters * _UTF8_BYTES + count * _PAIR_BYTES)


def _text_lines(index: Index, split: str, kept: bool) -> Iterator[TextLine]:
    """Texts with their pictures of this split.

    A text without any is a query whose answers are not known: it is kept where the source has it, and in test
    where unlabelled pictures wait for it.
    """
    query = f"""
        SELECT text.number, text.text_id, text.text, matched.image_id FROM text
        LEFT JOIN (SELECT pair.text, pair.position, picture.final_id AS image_id FROM {_JOINED}) AS matched
        ON matched.text=text.number
        WHERE :kept=0 OR text.split=:split ORDER BY text.number, matched.position
    """
    rows: sqlite3.Cursor = index.database.execute(query, {"split": split, "kept": int(kept)})
    wait = kept or (split == "test" and index.one("SELECT COUNT(*) FROM picture WHERE label IS NULL AND target='test'"))
    for (number, text_id, text), group in groupby(rows, key=lambda row: row[:3]):
        image_ids = tuple(row[3] for row in group if row[3] is not None)
        if image_ids or wait or (split == "test" and not _has_pairs(index, number)):
            yield TextLine(text_id if kept else number, text, image_ids)


def _has_pairs(index: Index, text: int) -> bool:
    return bool(index.one("SELECT EXISTS(SELECT 1 FROM pair WHERE text=?)", (text,)))
