"""Small seeded pictures for the dataset tests."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image

BLOBS = 12
SIDE = 64


def paint(seed: int, side: int = SIDE) -> Image.Image:
    """Blobs of colour; two seeds never look alike."""
    coarse = np.random.default_rng(seed).integers(0, 256, size=(BLOBS, BLOBS, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize((side, side), Image.Resampling.BICUBIC)


def encode(image: Image.Image, kind: str = "JPEG", quality: int = 90) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, quality=quality)
    return stream.getvalue()


def jpeg(seed: int) -> bytes:
    return encode(paint(seed))


def label_folders(root: Path, pictures: int, labels: tuple[str, ...] = ("公交车", "自行车")) -> Path:
    """`pictures` in each label's folder."""
    for place, label in enumerate(labels):
        folder = root / label
        folder.mkdir(parents=True)
        for number in range(pictures):
            (folder / f"{number:03d}.jpg").write_bytes(jpeg(place * 1000 + number))
    return root
