"""Harder renderings of a picture: painted, under patterns, out of focus, turned, off colour, small, saved badly.

Written for training and wide in strength: the families are those that picture questions show, and that
`evaluate --style` measures; the renderers are others.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from tilewise.lite.painting import painted
from tilewise.lite.patterns import patterned

Effect = Callable[[Image.Image, np.random.Generator], Image.Image]

# Sides of a tile, in pixels; strengths below are for a tile of 100.
_SMALLEST, _LARGEST = 56, 150
# How often a tile is made small before it gets its effects, and saved as a bad JPEG after them.
_SMALL, _SAVED = 0.85, 0.85
# Effects on a tile: none, one, two.
_COUNTS = (0.12, 0.68, 0.2)
_FILTERS = (Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.LANCZOS, Image.Resampling.BOX)


def render(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    """A tile of the picture, of any side. The same generator state gives the same tile."""
    tile = _shrunk(picture, random) if random.random() < _SMALL else picture
    for place in random.permutation(len(EFFECTS))[: int(random.choice(len(_COUNTS), p=_COUNTS))]:
        tile = EFFECTS[place](tile, random)
    return _saved(tile, random) if random.random() < _SAVED else tile


def _shrunk(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    side = int(random.integers(_SMALLEST, _LARGEST))
    return picture.resize((side, side), _FILTERS[int(random.integers(len(_FILTERS)))])


def _saved(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=int(random.integers(12, 65)))
    return Image.open(stream).convert("RGB")


def blurred(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    """Out of focus, or fewer pixels than it has."""
    scale, strength, kind = picture.width / 100, random.uniform(0.5, 2.6), random.random()
    if kind < 0.6:
        return picture.filter(ImageFilter.GaussianBlur(scale * strength))
    if kind < 0.8:
        return picture.filter(ImageFilter.BoxBlur(scale * strength * 1.4))
    few = max(12, round(picture.width / (1 + 1.5 * strength)))
    return picture.resize((few, few), Image.Resampling.BOX).resize(picture.size, Image.Resampling.BICUBIC)


def turned(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    """Turned, sheared and scaled about its middle, on any one colour."""
    width, height = picture.size
    angle, shear = np.deg2rad(random.uniform(-40, 40)), random.uniform(-0.25, 0.25)
    inverse = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]) @ [[1, shear], [0, 1]]
    inverse /= np.exp(random.uniform(-0.25, 0.3))
    middle = np.array([width, height]) / 2
    shift = middle - inverse @ middle
    fill = tuple(int(level) for level in random.integers(0, 256, 3))
    if random.random() < 0.7:
        fill = (int(random.choice([0, 128, 255])),) * 3
    values = (*inverse[0], shift[0], *inverse[1], shift[1])
    return picture.transform(
        picture.size, Image.Transform.AFFINE, values, Image.Resampling.BICUBIC, fillcolor=fill
    )  # fmt: skip


def recoloured(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    """All colours turned about grey, with other saturation, contrast, gamma and gain a channel."""
    axis = np.full((3, 3), 1 / 3)
    cross = np.array([[0, -1, 1], [1, 0, -1], [-1, 1, 0]]) / np.sqrt(3)
    angle = np.deg2rad(random.uniform(-100, 100))
    turn = np.cos(angle) * np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * axis
    matrix = axis + random.uniform(0.2, 1.6) * (turn - axis)
    pixels: npt.NDArray[np.float64] = np.asarray(picture, np.float64) / 255
    pixels = np.clip(pixels @ matrix.T, 0, 1) ** random.uniform(0.6, 1.6)
    pixels = ((pixels - 0.5) * random.uniform(0.5, 1.5) + 0.5) * random.uniform(0.65, 1.35, 3)
    return Image.fromarray(np.rint(255 * np.clip(pixels, 0, 1)).astype(np.uint8))


EFFECTS: tuple[Effect, ...] = (painted, patterned, blurred, turned, recoloured)
