"""Pictures of no thing: clouds of colour with shapes laid over one another, as leaves on the ground ("dead leaves").

Their edges, textures and shades are like those of photographs, and no set of pictures is narrow beside them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from tilewise.lite.backbone import IMAGE_SIZE
from tilewise.lite.patterns import wave

SQUARE = (IMAGE_SIZE, IMAGE_SIZE)
# Sides in cells of the layers of a cloud, coarse to fine.
_LAYERS = (2, 4, 8, 16, 32, 64, 112)


def draw_shapes(fill: Callable[[], Image.Image], random: np.random.Generator) -> Image.Image:
    """224 x 224; some shapes are cut out of what `fill` gives, of the same size."""
    picture = draw_cloud(random)
    for _ in range(int(random.integers(2, 30))):
        kind = random.random()
        if kind < 0.25:
            content = fill()
        elif kind < 0.5:
            content = draw_cloud(random)
        else:
            content = Image.new("RGB", SQUARE, any_colour(random))
        picture.paste(content, (0, 0), _shape(random))
    return picture


def draw_cloud(random: np.random.Generator) -> Image.Image:
    """Two colours and what lies between, by noise whose layers fall off at a random rate, and at times by waves."""
    steepness = random.uniform(0.5, 1.6)
    heights: npt.NDArray[np.float32] = np.zeros(SQUARE, np.float32)
    for cells in _LAYERS:
        rough = Image.fromarray(random.random((cells, cells)).astype(np.float32))
        layer = np.asarray(rough.resize(SQUARE, Image.Resampling.BICUBIC))
        heights += (layer - 0.5) * np.float32(cells**-steepness)
    if random.random() < 0.3:
        heights += wave(SQUARE, random)[..., 0] * np.float32(random.uniform(0.05, 0.3))
    shares = np.clip(0.5 + heights * random.uniform(0.5, 1.5), 0, 1)[..., None]
    low, high = np.array([any_colour(random), any_colour(random)], np.float32)
    return Image.fromarray((low + (high - low) * shares).astype(np.uint8))


def any_colour(random: np.random.Generator) -> tuple[int, int, int]:
    """As often grey as bright."""
    grey = random.uniform(0, 255)
    red, green, blue = np.clip(grey + random.uniform(0, 1) * random.uniform(-160, 160, 3), 0, 255)
    return int(red), int(green), int(blue)


def _shape(random: np.random.Generator) -> Image.Image:
    """A mask: an ellipse or a polygon about a random place; many small ones and few large ones."""
    mask = Image.new("L", SQUARE)
    centre, size = random.uniform(0, IMAGE_SIZE, 2), 6 * np.exp(random.uniform(0, 2.8))
    stretch, turn = np.exp(random.uniform(-0.9, 0.9)), random.uniform(0, np.pi)
    corners = 24 if random.random() < 0.4 else int(random.integers(3, 9))
    angles = np.sort(random.uniform(0, 2 * np.pi, corners)) if corners < 24 else np.linspace(0, 2 * np.pi, corners)
    outline = np.stack([np.cos(angles) * stretch, np.sin(angles) / stretch]) * size
    turned = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) @ outline
    ImageDraw.Draw(mask).polygon([(float(x), float(y)) for x, y in (turned.T + centre)], fill=255)
    return mask
