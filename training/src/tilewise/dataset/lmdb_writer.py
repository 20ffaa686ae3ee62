"""LMDB as `cn_clip.preprocess.build_lmdb_dataset` lays it out, with a map as large as the data needs."""

from __future__ import annotations

import base64
import errno
import os
import pickle
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import lmdb

from tilewise.dataset.layout import LMDB_FOLDER

IMAGES, PAIRS = "imgs", "pairs"
IMAGE_COUNT, PAIR_COUNT = b"num_images", b"num_samples"
# What is waiting for one transaction is in memory.
_BATCH_BYTES = 16 * 2**20
_BATCH_RECORDS = 5000
_PAGE = 4096
# A record's header and key in a page, and pages that are on average half full.
_RECORD_BYTES = 64
_HALF_FULL = 2
# Meta pages, free list and the copies that a transaction makes of the pages it changes.
_SPARE_BYTES = 4 * 2**20
_GROWTH = 1.5


def lmdb_folder(dataset: Path, split: str, what: str) -> Path:
    return dataset / LMDB_FOLDER / split / what


def map_bytes(records: int, value_bytes: int) -> int:
    """Enough for `records` values of `value_bytes` altogether, whether they fill pages of their own or share them."""
    large = value_bytes + records * _PAGE
    small = _HALF_FULL * (value_bytes + records * _RECORD_BYTES)
    needed = min(large, small) + records * _RECORD_BYTES * _HALF_FULL + _SPARE_BYTES
    return -(-needed // _PAGE) * _PAGE


class LmdbWriter:
    """Puts in batches; close with `finish`, which writes the count that the readers start from."""

    def __init__(self, folder: Path, map_size: int) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        # Not synced batch by batch: the folder counts only once it was synced and renamed into place.
        self._environment = lmdb.open(str(folder), map_size=map_size, sync=False, metasync=False)
        self._waiting: list[tuple[bytes, bytes]] = []
        self._waiting_bytes = 0
        self.count = 0

    def __enter__(self) -> LmdbWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._environment.close()

    def put(self, key: bytes, value: bytes) -> None:
        self._waiting.append((key, value))
        self._waiting_bytes += len(value)
        self.count += 1
        if self._waiting_bytes >= _BATCH_BYTES or len(self._waiting) >= _BATCH_RECORDS:
            self._commit()

    def put_image(self, image_id: int, picture: bytes) -> None:
        self.put(b"%d" % image_id, base64.b64encode(picture))

    def put_pair(self, image_id: int, text_id: int, text: str) -> None:
        self.put(b"%d" % self.count, pickle.dumps((image_id, text_id, text)))

    def finish(self, count_key: bytes) -> None:
        self._waiting.append((count_key, b"%d" % self.count))
        self._commit()
        with self._as_os_error():
            self._environment.sync(True)

    def _commit(self) -> None:
        while True:
            try:
                with self._as_os_error(), self._environment.begin(write=True) as transaction:
                    for key, value in self._waiting:
                        transaction.put(key, value)
                break
            except lmdb.MapFullError:
                # Larger pages than expected (16 KiB on some machines): the same batch again in a larger map.
                self._environment.set_mapsize(int(self._environment.info()["map_size"] * _GROWTH))
        self._waiting.clear()
        self._waiting_bytes = 0

    @contextmanager
    def _as_os_error(self) -> Iterator[None]:
        """LMDB tells the system's error only in its text, and a write that was cut short as an input/output error."""
        try:
            yield
        except lmdb.MapFullError:
            raise
        except lmdb.DiskError as error:
            raise OSError(errno.ENOSPC, str(error)) from error
        except lmdb.Error as error:
            codes = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
            code = next((code for code in codes if os.strerror(code) in str(error)), errno.EIO)
            if code == errno.EIO and shutil.disk_usage(self._folder).free < self._waiting_bytes + _SPARE_BYTES:
                code = errno.ENOSPC
            raise OSError(code, str(error)) from error
