"""Scenes to steady the image tower on: crops and cut-outs before odd grounds, mirrored, recoloured, laid into another.

What the tower says of odd scenes reaches classes that the pictures themselves do not show.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageEnhance

from tilewise.lite.backbone import IMAGE_SIZE
from tilewise.lite.drawn import SQUARE, any_colour, draw_cloud, draw_shapes

# Shares of scenes that are of two pictures: one through the other, and one to three in the other.
_BLENDED, _PASTED = 0.2, 0.25
_RECOLOURED = 0.3
# The share of parts that show no thing, and shares of the grounds before which a cut-out stands; others are drawn.
_DRAWN = 0.06
_CLOUDS, _FLAT, _PICTURES = 0.45, 0.1, 0.35


def draw_scene(pictures: Sequence[Image.Image], random: np.random.Generator) -> Image.Image:
    """224 x 224, of RGBA pictures. The same generator state gives the same scene."""
    scene = _part(pictures, random)
    kind = random.random()
    if kind < _BLENDED:
        scene = Image.blend(scene, _part(pictures, random), float(random.uniform(0.2, 0.8)))
    elif kind < _BLENDED + _PASTED:
        for _ in range(int(random.integers(1, 4))):
            part = _part(pictures, random).resize((int(random.integers(50, 190)), int(random.integers(50, 190))))
            scene.paste(part, (int(random.integers(-30, IMAGE_SIZE - 40)), int(random.integers(-30, IMAGE_SIZE - 40))))
    if random.random() < _RECOLOURED:
        for enhancer in (ImageEnhance.Color, ImageEnhance.Contrast, ImageEnhance.Brightness):
            scene = enhancer(scene).enhance(float(random.uniform(0.6, 1.4)))
    return scene


def _part(pictures: Sequence[Image.Image], random: np.random.Generator) -> Image.Image:
    if random.random() < _DRAWN:
        return draw_shapes(lambda: _crop(_any(pictures, random), random), random)
    picture = _any(pictures, random)
    low, _ = picture.getchannel("A").getextrema()
    return _crop(picture, random) if low == 255 else _cut_out(picture, _ground(pictures, random), random)


def _any(pictures: Sequence[Image.Image], random: np.random.Generator) -> Image.Image:
    return pictures[int(random.integers(len(pictures)))]


def _ground(pictures: Sequence[Image.Image], random: np.random.Generator) -> Image.Image:
    kind = random.random()
    if kind < _CLOUDS:
        return draw_cloud(random)
    if kind < _CLOUDS + _FLAT:
        return Image.new("RGB", SQUARE, any_colour(random))
    if kind < _CLOUDS + _FLAT + _PICTURES:
        return _crop(_any(pictures, random), random)
    return draw_shapes(lambda: draw_cloud(random), random)


def _cut_out(picture: Image.Image, ground: Image.Image, random: np.random.Generator) -> Image.Image:
    """The thing is from half as long as the scene to half as long again, so that some of it may be outside."""
    stretch = np.exp(random.uniform(-0.2, 0.2, 2)) * IMAGE_SIZE * np.exp(random.uniform(-0.7, 0.4))
    size = [max(8, round(side * scale / max(picture.size))) for side, scale in zip(picture.size, stretch, strict=True)]
    thing = _mirrored(picture.resize((size[0], size[1]), Image.Resampling.BICUBIC), random)
    middle = random.uniform(0.3, 0.7, 2) * IMAGE_SIZE
    ground.paste(thing, (round(middle[0] - size[0] / 2), round(middle[1] - size[1] / 2)), thing)
    return ground


def _crop(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    """Half of the crops take most of a picture, half a small part of it; either may be squashed a little."""
    area = random.uniform(0.5, 1) if random.random() < 0.5 else random.uniform(0.12, 0.52)
    relation = np.exp(random.uniform(-0.4, 0.4))
    width = min(picture.width, max(8, round(picture.width * np.sqrt(area * relation))))
    height = min(picture.height, max(8, round(picture.height * np.sqrt(area / relation))))
    left = int(random.integers(picture.width - width + 1))
    top = int(random.integers(picture.height - height + 1))
    box = (left, top, left + width, top + height)
    crop = Image.new("RGB", SQUARE, any_colour(random))
    part = picture.resize(SQUARE, Image.Resampling.BICUBIC, box)
    crop.paste(part, (0, 0), part)
    return _mirrored(crop, random)


def _mirrored(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if random.random() < 0.5 else picture
