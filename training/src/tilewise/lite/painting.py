"""A picture as if painted: flat strokes, few tones, uneven washes of light, paper that shows through."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from tilewise.lite.patterns import smooth_field

Pixels = npt.NDArray[np.float32]


def painted(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    radius = max(1, round(picture.width / 100 * random.uniform(0.6, 3.2)))
    pixels = np.asarray(_strokes(picture, radius, random.random()), np.float32)
    step = 255 / random.uniform(4, 16)
    pixels += random.uniform(0, 0.9) * (np.rint(pixels / step) * step - pixels)
    light = random.uniform(190, 255, 3).astype(np.float32)
    wash = random.uniform(0, 0.6) * smooth_field(picture.size, random.uniform(2, 6), random)
    pixels += (light - pixels) * wash
    pixels *= 1 - random.uniform(0, 0.25) * smooth_field(picture.size, random.uniform(12, 50), random)
    return Image.fromarray(np.rint(pixels.clip(0, 255)).astype(np.uint8))


def _strokes(picture: Image.Image, radius: int, kind: float) -> Image.Image:
    if kind < 0.5:
        return _calmest_corner(picture, radius)
    # An odd side of the window; larger ones cost too much.
    side = min(7, 2 * radius + 1)
    return picture.filter(ImageFilter.MedianFilter(side) if kind < 0.8 else ImageFilter.ModeFilter(side))


def _calmest_corner(picture: Image.Image, radius: int) -> Image.Image:
    """Each pixel takes the mean of the window, of four about it, whose brightness varies least (Kuwahara, 1976)."""
    means = np.asarray(picture.filter(ImageFilter.BoxBlur(radius / 2)), np.float32)
    grey = np.asarray(picture.convert("F"))
    unrest = _box_mean(grey * grey, radius) - _box_mean(grey, radius) ** 2
    corners = [(dy, dx) for dy in (0, radius) for dx in (0, radius)]
    pad = ((radius // 2, radius - radius // 2),) * 2
    unrests = np.stack([_moved(np.pad(unrest, pad, "edge"), corner, grey.shape) for corner in corners])
    colours = np.stack([_moved(np.pad(means, (*pad, (0, 0)), "edge"), corner, grey.shape) for corner in corners])
    chosen = unrests.argmin(axis=0)[None, :, :, None]
    return Image.fromarray(np.take_along_axis(colours, chosen, axis=0)[0].astype(np.uint8))


def _moved(padded: Pixels, corner: tuple[int, int], shape: tuple[int, ...]) -> Pixels:
    top, left = corner
    return padded[top : top + shape[0], left : left + shape[1]]


def _box_mean(values: Pixels, side: int) -> Pixels:
    """Means over windows of side + 1 pixels, edges repeated."""
    before, after = side // 2, side - side // 2
    sums = np.pad(values.astype(np.float64), ((before + 1, after), (before + 1, after)), "edge")
    sums[0], sums[:, 0] = 0, 0
    sums = sums.cumsum(0).cumsum(1)
    window = side + 1
    total = sums[window:, window:] - sums[:-window, window:] - sums[window:, :-window] + sums[:-window, :-window]
    return (total / window**2).astype(np.float32)
