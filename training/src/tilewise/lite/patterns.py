"""Grain and patterns over a picture: waves, weaves, rings, checks, dots, lines, blotches."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

Field = npt.NDArray[np.float32]


def patterned(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    pixels = np.asarray(picture, np.float32)
    if random.random() < 0.75:
        heights = (random.uniform(0.2, 1, 3) * random.uniform(8, 48)).astype(np.float32)
        pixels = pixels + heights * wave(picture.size, random)
    if random.random() < 0.8:
        pixels = pixels + _grain(pixels.shape, random)
    if random.random() < 0.1:
        struck = random.random(pixels.shape[:2]) < random.uniform(0.01, 0.08)
        pixels = np.where(struck[..., None], np.float32(255) * random.integers(0, 2, (*struck.shape, 1)), pixels)
    return Image.fromarray(np.rint(pixels.clip(0, 255)).astype(np.uint8))


def smooth_field(size: tuple[int, int], bumps: float, random: np.random.Generator) -> Field:
    """[height, width, 1] from 0 to 1, with about so many bumps a side."""
    few = max(2, round(bumps))
    rough = Image.fromarray((255 * random.random((few, few))).astype(np.uint8))
    smooth = np.asarray(rough.resize(size, Image.Resampling.BICUBIC), np.float32)
    return smooth[..., None] / np.float32(255)


def _grain(shape: tuple[int, ...], random: np.random.Generator) -> Field:
    """Of each channel by itself, or the same in all three."""
    deviation = random.uniform(4, 42)
    channels = shape[2] if random.random() < 0.7 else 1
    return (deviation * random.standard_normal((*shape[:2], channels))).astype(np.float32)


def wave(size: tuple[int, int], random: np.random.Generator) -> Field:
    """[height, width, 1] from -1 to 1."""
    width, height = size
    rows, columns = np.mgrid[:height, :width].astype(np.float32)
    step = np.float32(2 * np.pi / (width * random.uniform(0.02, 0.16)))
    angle = random.uniform(0, np.pi)
    across = (columns * np.cos(angle) + rows * np.sin(angle)) * step
    along = (rows * np.cos(angle) - columns * np.sin(angle)) * step
    rings = np.hypot(columns - width * random.random(), rows - height * random.random()) * step
    bent = across + random.uniform(0.5, 2.5) * np.sin(along * random.uniform(0.2, 0.8))
    kinds = (
        lambda: np.sin(across),
        lambda: np.sin(across) * np.sin(along),
        lambda: np.sin(rings),
        lambda: np.sin(bent),
        lambda: np.sign(np.sin(across) * np.sin(along)),
        lambda: np.where(np.sin(across) + np.sin(along) > random.uniform(0.8, 1.6), 1, -0.2),
        lambda: np.where(np.sin(across) > random.uniform(0.6, 0.95), 1, -0.1),
        lambda: 2 * smooth_field(size, random.uniform(5, 30), random)[..., 0] - 1,
    )
    drawn = np.asarray(kinds[int(random.integers(len(kinds)))](), np.float32)
    sign = np.float32(random.choice([-1, 1]))
    return np.multiply(drawn[..., None], sign, dtype=np.float32)
