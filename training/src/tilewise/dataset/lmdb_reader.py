"""Reads the LMDB of a split, whoever wrote it: ours or `cn_clip.preprocess.build_lmdb_dataset`."""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, NoReturn

import lmdb

from tilewise.dataset.layout import decode_picture, is_id
from tilewise.dataset.lmdb_writer import IMAGE_COUNT, IMAGES, PAIR_COUNT, PAIRS
from tilewise.faults import Fault, InputError, shorten

# Pages that were read count as this process's memory until the file is closed: reopened this often.
_REOPEN_BYTES = 64 * 2**20


class Pair(NamedTuple):
    image_id: int
    text_id: int
    text: str


class SplitReader:
    """Random access to one split, `lmdb/{split}`; open one in each worker process.

    Raises InputError when the folder or its counts are missing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._images = _Table(folder / IMAGES, IMAGE_COUNT)
        self._pairs = _Table(folder / PAIRS, PAIR_COUNT)

    def __enter__(self) -> SplitReader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._images.close()
        self._pairs.close()

    @property
    def picture_count(self) -> int:
        return self._images.count

    def __len__(self) -> int:
        """Number of pairs."""
        return self._pairs.count

    def pair(self, position: int) -> Pair:
        where = f"{self._pairs.folder}: pair {position}"
        return parse_pair(self._pairs.get(b"%d" % position, where), where)

    def picture(self, image_id: int) -> bytes:
        """The picture file's bytes."""
        where = f"{self._images.folder}: picture {image_id}"
        return decode_picture(self._images.get(b"%d" % image_id, where), where)

    def pictures(self) -> Iterator[tuple[int, bytes]]:
        """All pictures in the order of their keys, which is Chinese-CLIP's order in evaluation."""
        for key, value in self.records():
            yield parse_image_record(key, value, f"{self._images.folder}: picture {key.decode()}")

    def records(self) -> Iterator[tuple[bytes, bytes]]:
        """Pictures as they are stored: key and base64."""
        return self._images.items()


def parse_image_record(key: bytes, value: bytes, where: str) -> tuple[int, bytes]:
    if not key.isdigit():
        raise InputError(Fault(where, "an integer id as key", shorten(key)))
    return int(key), decode_picture(value, where)


def parse_pair(value: bytes, where: str) -> Pair:
    """(image id, text id, text). Only plain values are unpickled: a dataset from elsewhere can not run code."""
    try:
        record = _PlainUnpickler(io.BytesIO(value)).load()
    except (pickle.UnpicklingError, EOFError, ValueError, IndexError, KeyError, AttributeError) as error:
        raise InputError(Fault(where, "a pickled (image id, text id, text)", str(error))) from error
    is_pair = isinstance(record, tuple) and len(record) == 3
    if not (is_pair and is_id(record[0]) and is_id(record[1]) and isinstance(record[2], str)):
        raise InputError(Fault(where, "(image id, text id, text)", shorten(record)))
    return Pair(*record)


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"the pickle asks for {module}.{name}")


class _Table:
    """One LMDB environment, read only."""

    def __init__(self, folder: Path, count_key: bytes) -> None:
        self.folder = folder
        self._count_key = count_key
        if not (folder / "data.mdb").is_file():
            raise InputError(Fault(str(folder), "an LMDB folder with data.mdb", "none"))
        self._open()
        count = self._transaction.get(count_key)
        if count is None or not bytes(count).isdigit():
            self.close()
            raise InputError(Fault(str(folder), f"the key {count_key.decode()}", shorten(count)))
        self.count = int(bytes(count))

    def close(self) -> None:
        self._environment.close()

    def get(self, key: bytes, where: str) -> bytes:
        value = self._transaction.get(key)
        if value is None:
            raise InputError(Fault(where, "a record", "none"))
        return bytes(value)

    def items(self) -> Iterator[tuple[bytes, bytes]]:
        """All records but the count."""
        last, read = b"", 0
        cursor = self._transaction.cursor()
        found = cursor.first()
        while found:
            key, value = bytes(cursor.key()), bytes(cursor.value())
            if key != self._count_key:
                yield key, value
            last, read = key, read + len(value)
            if read > _REOPEN_BYTES:
                self.close()
                self._open()
                cursor, read = self._transaction.cursor(), 0
                cursor.set_key(last)
            found = cursor.next()

    def _open(self) -> None:
        try:
            self._environment = lmdb.open(str(self.folder), readonly=True, create=False, lock=False, readahead=False)
            self._transaction = self._environment.begin()
        except lmdb.Error as error:
            raise InputError(Fault(str(self.folder), "an LMDB database", str(error))) from error
