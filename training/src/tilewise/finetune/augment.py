"""Pictures a little different each time: cut, mirrored, turned, off colour, blurred, in grain, saved badly."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter

_LEAST_AREA = 0.7
_CHANCE = 0.35
_FILL = (124, 116, 104)


def augment(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    """The same generator state gives the same picture."""
    picture = _cut(picture, random)
    if random.random() < 0.5:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if random.random() < _CHANCE:
        picture = picture.rotate(float(random.uniform(-15, 15)), Image.Resampling.BICUBIC, fillcolor=_FILL)
    for enhancer in (ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color):
        if random.random() < _CHANCE:
            picture = enhancer(picture).enhance(float(random.uniform(0.7, 1.3)))
    if random.random() < _CHANCE / 2:
        picture = picture.filter(ImageFilter.GaussianBlur(float(random.uniform(0.3, 1.2))))
    if random.random() < _CHANCE / 2:
        picture = _grain(picture, random)
    return _saved_badly(picture, random) if random.random() < _CHANCE / 2 else picture


def _cut(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    """At least 0.7 of the area; the sides keep their relation within a fifth."""
    share, relation = np.sqrt(random.uniform(_LEAST_AREA, 1.0)), np.sqrt(random.uniform(0.83, 1.2))
    width = max(1, min(picture.width, round(picture.width * share * relation)))
    height = max(1, min(picture.height, round(picture.height * share / relation)))
    left = int(random.integers(0, picture.width - width + 1))
    top = int(random.integers(0, picture.height - height + 1))
    return picture.crop((left, top, left + width, top + height))


def _grain(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    pixels = np.asarray(picture, np.float32)
    noisy = pixels + random.normal(0, random.uniform(3, 20), pixels.shape)
    return Image.fromarray(noisy.clip(0, 255).astype(np.uint8))


def _saved_badly(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=int(random.integers(25, 80)))
    return Image.open(stream).convert("RGB")
