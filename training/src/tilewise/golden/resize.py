"""Pictures of odd sizes with what Pillow's bicubic makes of them."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
from PIL import Image

from tilewise.golden.pictures import KINDS, Picture, Pixels

SIZE = 224
# Enough positions for a message that says where the engine goes wrong; equality is proven by the hash.
SAMPLES = 64

# Up, down, both at once, unchanged along one axis, and both axes.
SIDES = [
    *[(1, 1), (1, 7), (2, 3), (3, 1), (5, 4), (17, 29), (31, 31), (64, 99), (97, 131), (100, 100)],
    *[(111, 223), (120, 120), (127, 89), (223, 225), (224, 224), (224, 113), (225, 224), (256, 256)],
    *[(301, 203), (240, 301), (9, 500), (333, 17), (401, 577), (449, 448), (640, 360), (701, 699)],
]


def squash(rgba: Pixels, size: int) -> Pixels:
    """The reference: RGB as `convert` gives it, straight to the square."""
    image = Image.fromarray(rgba, "RGBA").convert("RGB").resize((size, size), Image.Resampling.BICUBIC)
    return np.asarray(image)


def resize_cases() -> dict[str, Any]:
    """One case for each size; kinds take turns. `sha256` is of the RGB bytes, row-major and interleaved."""
    return {"size": SIZE, "cases": [_case(index, width, height) for index, (width, height) in enumerate(SIDES)]}


def _case(index: int, width: int, height: int) -> dict[str, Any]:
    picture = Picture(width, height, KINDS[index % len(KINDS)], seed=index)
    rgb = squash(picture.rgba(), SIZE)
    positions = np.random.default_rng(index).integers(0, SIZE, (SAMPLES, 2)).tolist()
    return {
        "width": width,
        "height": height,
        "kind": picture.kind,
        "seed": picture.seed,
        "sha256": hashlib.sha256(rgb.tobytes()).hexdigest(),
        "samples": [{"x": x, "y": y, "rgb": rgb[y, x].tolist()} for x, y in positions],
    }
