"""What makes two pictures the same: their bytes, their pixels, or nearly their pixels."""

from __future__ import annotations

import hashlib
import io
import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

# The difference hash compares neighbours in a 9x9 thumbnail, along rows and along columns: 64 bits each.
_CELLS = 9
THUMBNAIL_SHAPE = (_CELLS, _CELLS, 3)
THUMBNAIL_BYTES = _CELLS * _CELLS * 3
# What Pillow raises for bytes that are no whole picture.
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, struct.error, Image.DecompressionBombError)


class BrokenPictureError(ValueError):
    """Bytes that do not decode to a picture; the text says what was found."""


@dataclass(frozen=True)
class Fingerprint:
    """`rows` and `columns` are 64-bit difference hashes, `thumbnail` is 9x9 RGB."""

    size: int
    content: bytes
    pixels: bytes
    rows: int
    columns: int
    thumbnail: bytes


def fingerprint(data: bytes) -> Fingerprint:
    """Decodes the whole picture. Raises BrokenPictureError."""
    rgb = decode_rgb(data)
    pixels = hashlib.blake2b(f"{rgb.width}x{rgb.height}:".encode(), digest_size=16)
    pixels.update(rgb.tobytes())
    thumbnail = np.asarray(rgb.resize((_CELLS, _CELLS), Image.Resampling.BOX))
    grey = thumbnail.sum(axis=2, dtype=np.int16)
    return Fingerprint(
        size=len(data),
        content=content_hash(data),
        pixels=pixels.digest(),
        rows=_bits(grey[:-1, 1:] > grey[:-1, :-1]),
        columns=_bits(grey[1:, :-1] > grey[:-1, :-1]),
        thumbnail=thumbnail.tobytes(),
    )


def content_hash(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def decode_rgb(data: bytes) -> Image.Image:
    """The first frame as RGB. Raises BrokenPictureError."""
    if not data:
        raise BrokenPictureError("an empty file")
    try:
        image = Image.open(io.BytesIO(data))
        image.load()
        return image.convert("RGB")
    except UnidentifiedImageError as error:
        raise BrokenPictureError(f"{len(data):,} bytes that begin {data[:8]!r}") from error
    except _BROKEN as error:
        raise BrokenPictureError(f"{len(data):,} bytes, {error}") from error


def _bits(flags: NDArray[np.bool_]) -> int:
    return int.from_bytes(np.packbits(flags).tobytes(), "big")
