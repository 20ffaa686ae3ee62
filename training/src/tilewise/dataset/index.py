"""The set while it is prepared or checked: a database on disk, so that memory does not grow with the set."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tilewise.dataset.fingerprint import THUMBNAIL_BYTES, THUMBNAIL_SHAPE, Fingerprint
from tilewise.dataset.sources import SourcePicture

# `split` and `image_id` are the source's, `target` and `final_id` what is written. `cluster` joins pictures that must
# share a split; `label` is the first text, which the split is balanced by.
_SCHEMA = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=FILE; PRAGMA cache_size=-32768;
CREATE TABLE picture(
  number INTEGER PRIMARY KEY, path TEXT NOT NULL, line INTEGER, offset INTEGER NOT NULL, length INTEGER NOT NULL,
  split TEXT NOT NULL, image_id INTEGER NOT NULL, size INTEGER NOT NULL, content BLOB NOT NULL, pixels BLOB NOT NULL,
  hash_rows INTEGER NOT NULL, hash_columns INTEGER NOT NULL, label INTEGER, cluster INTEGER, target TEXT,
  final_id INTEGER
);
CREATE INDEX picture_id ON picture(split, image_id);
CREATE TABLE text(
  number INTEGER PRIMARY KEY, text_id INTEGER NOT NULL, split TEXT NOT NULL, text TEXT NOT NULL,
  path TEXT NOT NULL, line INTEGER NOT NULL
);
CREATE INDEX text_text ON text(text);
CREATE INDEX text_id ON text(split, text_id);
CREATE TABLE pair(
  text INTEGER NOT NULL, position INTEGER NOT NULL, split TEXT NOT NULL, image_id INTEGER NOT NULL,
  PRIMARY KEY(text, position)
) WITHOUT ROWID;
CREATE TABLE broken(split TEXT NOT NULL, image_id INTEGER NOT NULL);
"""
THUMBNAILS = "thumbnails.bin"
# SQLite's integers are signed, the hashes are not.
_SIGN = 2**64
_KNOWN_TEXTS = 4096


class Index:
    """Pictures, texts and the pairs between them. `folder` must exist; close it before deleting it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = sqlite3.connect(folder / "index.sqlite", isolation_level=None)
        self.database.executescript(_SCHEMA)
        self.database.execute("BEGIN")
        self.count = 0
        self._texts = 0
        self._pairs = 0
        self._known: dict[str, int] = {}
        self._thumbnails = (folder / THUMBNAILS).open("wb")

    def __enter__(self) -> Index:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._thumbnails.close()
        self.database.close()

    def add_picture(self, picture: SourcePicture, found: Fingerprint) -> int:
        """Adds the picture with its texts and returns its number, counted from 0."""
        number = self.count
        image_id = number if picture.image_id is None else picture.image_id
        texts = [self.text_number(text) for text in picture.texts]
        self.database.execute(
            "INSERT INTO picture VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,NULL,NULL,NULL)",
            (
                number,
                str(picture.path),
                picture.line,
                picture.offset,
                picture.length,
                picture.split,
                image_id,
                found.size,
                found.content,
                found.pixels,
                _signed(found.rows),
                _signed(found.columns),
                texts[0] if texts else None,
            ),
        )
        for text in texts:
            self.add_pair(text, picture.split, image_id)
        self._thumbnails.write(found.thumbnail)
        self.count += 1
        return number

    def text_number(self, text: str) -> int:
        """The number of a text that has no id of its own: equal texts are one."""
        known = self._known.get(text)
        if known is None:
            row = self.database.execute(
                "SELECT number FROM text WHERE text=? ORDER BY number LIMIT 1", (text,)
            ).fetchone()
            known = int(row[0]) if row else self.add_text(text)
            if len(self._known) >= _KNOWN_TEXTS:
                self._known.clear()
            self._known[text] = known
        return known

    def add_text(self, text: str, text_id: int | None = None, split: str = "", path: str = "", line: int = 0) -> int:
        number = self._texts
        values = (number, number if text_id is None else text_id, split, text, path, line)
        self.database.execute("INSERT INTO text VALUES(?,?,?,?,?,?)", values)
        self._texts += 1
        return number

    def add_pair(self, text: int, split: str, image_id: int) -> None:
        self.database.execute("INSERT INTO pair VALUES(?,?,?,?)", (text, self._pairs, split, image_id))
        self._pairs += 1

    def add_broken(self, picture: SourcePicture) -> None:
        """Remembers an id whose picture can not be read, so that the texts naming it are not faulted as well."""
        if picture.image_id is not None:
            self.database.execute("INSERT INTO broken VALUES(?,?)", (picture.split, picture.image_id))

    def merge_equal_texts(self) -> None:
        """Lines of several splits that say the same become one text."""
        first = "SELECT MIN(other.number) FROM text AS other WHERE other.text=text.text"
        self.database.execute(f"UPDATE pair SET text=(SELECT ({first}) FROM text WHERE text.number=pair.text)")
        self.database.execute(f"DELETE FROM text WHERE number<>({first})")

    def set_final_ids(self, kept: bool) -> None:
        """The source's ids where they stay unique; otherwise the pictures are numbered anew."""
        repeated = "SELECT EXISTS(SELECT 1 FROM picture GROUP BY image_id HAVING COUNT(*) > 1)"
        column = "number" if not kept and self.one(repeated) else "image_id"
        self.database.execute(f"UPDATE picture SET final_id={column}")

    def rows(self, query: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Streams; the database must not be written to meanwhile."""
        return self.database.execute(query, values)

    def one(self, query: str, values: tuple[object, ...] = ()) -> int:
        return int(self.database.execute(query, values).fetchone()[0] or 0)

    def hashes(self) -> NDArray[np.uint64]:
        """[pictures, 2]: 16 bytes a picture are the only thing that is held in memory for all."""
        hashes = np.empty((self.count, 2), dtype=np.uint64)
        for number, rows, columns in self.rows("SELECT number, hash_rows, hash_columns FROM picture"):
            hashes[number] = rows % _SIGN, columns % _SIGN
        return hashes

    def thumbnails(self) -> NDArray[np.uint8]:
        """[pictures, 9, 9, 3], mapped from disk."""
        self._thumbnails.flush()
        if not self.count:
            return np.empty((0, *THUMBNAIL_SHAPE), dtype=np.uint8)
        path = self.folder / THUMBNAILS
        if path.stat().st_size != self.count * THUMBNAIL_BYTES:
            raise OSError(f"{path}: expected {self.count * THUMBNAIL_BYTES} bytes, found {path.stat().st_size}")
        return np.memmap(path, dtype=np.uint8, mode="r", shape=(self.count, *THUMBNAIL_SHAPE))


def _signed(value: int) -> int:
    return value - _SIGN if value >= _SIGN // 2 else value
