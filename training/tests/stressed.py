"""Renders pictures as questions show them at their worst: small, painted, noisy, turned, off colour.

    python tests/stressed.py OUT --seed 0 --labels PHOTOS/labels.json

From the pictures of the demo pages, and the photographs that --labels names: each word of `WORDS` is a folder in
OUT/train and in OUT/held-out, and no picture is in both. OUT/held-out.jsonl are grids of these words, held-out ones,
stressed. With --labels, OUT/everyday.jsonl are grids of everyday words not trained on, photographs as they are, and
OUT/everyday-stressed.jsonl the same stressed, none of them a photograph trained on.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, ImageEnhance, ImageFilter, ImageOps

from tilewise import grids

TILE = 100
QUALITY = 30
PICTURES = Path(__file__).parents[2] / "demo" / "pictures"
# Files of the demo pages by the start of their name; no word covers another.
WORDS = {
    "气球": "balloon", "篮球": "basketball", "鸟": "bird", "船": "boat", "公交车": "bus", "汽车": "car", "狗": "dog",
    "大象": "elephant", "鱼": "fish", "花": "flower", "吉他": "guitar", "柠檬": "lemon", "蘑菇": "mushroom",
    "橙子": "orange", "兔子": "rabbit", "羊": "sheep", "草莓": "strawberry", "茶壶": "teapot", "老虎": "tiger",
    "斑马": "zebra",
}  # fmt: skip
HELD_OUT_SHARE = 0.35
Style = Callable[[Image.Image, np.random.Generator], Image.Image]


def watercolour(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    painted = picture.filter(ImageFilter.ModeFilter(int(rng.choice([3, 5, 7]))))
    painted = painted.filter(ImageFilter.MedianFilter(3)).filter(ImageFilter.SMOOTH_MORE)
    posterised = ImageOps.posterize(painted, int(rng.integers(3, 5)))
    edges = ImageOps.invert(picture.convert("L").filter(ImageFilter.FIND_EDGES)).convert("RGB")
    return Image.blend(posterised, ImageChops.multiply(posterised, edges), float(rng.uniform(0.2, 0.6)))


def noise(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    pixels = np.asarray(picture, np.float32)
    height, width, _ = pixels.shape
    rows, columns = np.mgrid[:height, :width]
    angle, period = rng.uniform(0, np.pi), rng.uniform(4, 12)
    stripes = np.sin((rows * np.sin(angle) + columns * np.cos(angle)) * 2 * np.pi / period)[..., None]
    grain = rng.normal(0, rng.uniform(8, 35), pixels.shape)
    mixed = pixels + grain + stripes * rng.uniform(0, 35)
    return Image.fromarray(mixed.clip(0, 255).astype(np.uint8))


def blur(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.8, 2.0))))


def rotation(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    return picture.rotate(float(rng.uniform(-25, 25)), Image.Resampling.BICUBIC, fillcolor=(128, 128, 128))


def colour_shift(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    hue, saturation, value = picture.convert("HSV").split()
    turned = np.asarray(hue, np.int16) + int(rng.integers(-50, 51))
    picture = Image.merge("HSV", (Image.fromarray((turned % 256).astype(np.uint8)), saturation, value)).convert("RGB")
    picture = ImageEnhance.Contrast(picture).enhance(float(rng.uniform(0.6, 1.4)))
    return ImageEnhance.Brightness(picture).enhance(float(rng.uniform(0.7, 1.3)))


STYLES: tuple[Style, ...] = (watercolour, noise, blur, rotation, colour_shift)


def stress(picture: Image.Image, rng: np.random.Generator) -> bytes:
    """A tile of 100 px, one to three styles on it, as a JPEG of quality 30."""
    tile = picture.convert("RGB").resize((TILE, TILE), Image.Resampling.BICUBIC)
    for place in rng.permutation(len(STYLES))[: int(rng.integers(1, 4))]:
        tile = STYLES[place](tile, rng)
    stream = io.BytesIO()
    tile.save(stream, "JPEG", quality=QUALITY)
    return stream.getvalue()


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--per-class", type=int, default=40)
    parser.add_argument("--held-out", type=int, default=16)
    parser.add_argument("--grids", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args(argv)
    out, seed, rng = arguments.out, arguments.seed, np.random.default_rng(arguments.seed)
    photos = grids.load_photos(arguments.labels) if arguments.labels else []
    words = [word for word in grids.words_of("both") if word.text in WORDS]
    trained, held = set(), []
    for word in words:
        own = [grids.Photo(path, min(word.classes)) for path in sorted(PICTURES.glob(f"{WORDS[word.text]}-*.jpg"))]
        own += [photo for photo in photos if photo.image_class in word.classes]
        random.Random(seed).shuffle(own)
        kept_back = max(1, round(len(own) * HELD_OUT_SHARE))
        held += _render(out / "held-out" / word.text, own[:kept_back], arguments.held_out, rng)
        _render(out / "train" / word.text, own[kept_back:], arguments.per_class, rng)
        trained |= set(own[kept_back:])
    grids.write_questions(grids.make_questions(held, words, arguments.grids, seed), out / "held-out.jsonl")
    if photos:
        untrained = [word for word in grids.words_of("everyday") if word.text not in WORDS]
        left = [photo for photo in photos if photo not in trained]
        styled = [shot for photo in left for shot in _render(out / "styled" / photo.path.stem, [photo], 2, rng)]
        for name, shots in (("everyday", left), ("everyday-stressed", styled)):
            questions = grids.make_questions(shots, untrained, arguments.grids, seed)
            grids.write_questions(questions, out / f"{name}.jsonl")
    sys.stdout.write(json.dumps({"words": len(words), "trained": len(trained), "held_out": len(held)}) + "\n")
    return 0


def _render(folder: Path, own: list[grids.Photo], count: int, rng: np.random.Generator) -> list[grids.Photo]:
    folder.mkdir(parents=True, exist_ok=True)
    shots = []
    for number in range(count):
        photo = own[number % len(own)]
        path = folder / f"{photo.path.stem}-{number:02d}.jpg"
        with Image.open(photo.path) as picture:
            path.write_bytes(stress(picture, rng))
        shots.append(grids.Photo(path, photo.image_class))
    return shots


if __name__ == "__main__":
    sys.exit(main())
