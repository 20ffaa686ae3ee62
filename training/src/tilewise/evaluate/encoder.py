"""One face for a checkpoint on PyTorch and for an exported folder on ONNX Runtime."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from tilewise.dataset.fingerprint import BrokenPictureError, decode_rgb
from tilewise.dataset.ordered_map import ordered_map
from tilewise.faults import Fault, InputError
from tilewise.preprocess import normalised_pixels
from tilewise.progress import track

Features = npt.NDArray[np.float32]
Item = TypeVar("Item")
IMAGE_BATCH = 32
TEXT_BATCH = 64


@dataclass(frozen=True)
class Rules:
    """How a tile's probability comes of cosines and how it is decided (model.json); `unknown_cosine` may be None."""

    logit_scale: float
    distractors: tuple[str, ...] = ("其他",)
    threshold: float = 0.5
    unknown_cosine: float | None = None


@dataclass(frozen=True)
class Encoder:
    """`encode_images`: pixels [B, 3, size, size] -> rows of any length. `encode_texts`: texts -> rows of any length."""

    name: str
    size: int
    rules: Rules
    encode_images: Callable[[Features], Features]
    encode_texts: Callable[[Sequence[str]], Features]
    mean: tuple[float, ...]
    std: tuple[float, ...]

    def images(self, pictures: Iterable[tuple[str, bytes]]) -> Features:
        """Unit rows of pictures, each with the place that a message names. Raises InputError for a broken one."""
        pixels = track(ordered_map(self._pixels, pictures), "pictures")
        rows = [self.encode_images(np.stack(batch)) for batch in batches(pixels, IMAGE_BATCH)]
        return unit(rows)

    def texts(self, texts: Iterable[str]) -> Features:
        """Unit rows, of texts as Chinese-CLIP prepares them in training and evaluation."""
        prepared = (prepare_text(text) for text in texts)
        return unit([self.encode_texts(batch) for batch in batches(prepared, TEXT_BATCH)])

    def _pixels(self, picture: tuple[str, bytes]) -> Features:
        where, data = picture
        try:
            rgb = decode_rgb(data)
        except BrokenPictureError as error:
            raise InputError(Fault(where, "a whole picture", str(error))) from error
        return normalised_pixels(rgb, self.size, self.mean, self.std)


def prepare_text(text: str) -> str:
    """As `_preprocess_text` of cn_clip.training.data and cn_clip.eval.data: the vocabulary has no curly quotes."""
    return text.lower().replace("“", '"').replace("”", '"')


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def unit(rows: Sequence[Features]) -> Features:
    if not rows:
        raise ValueError("expected something to encode, found nothing")
    joined = np.concatenate(rows).astype(np.float32)
    lengths: Features = np.linalg.norm(joined, axis=1, keepdims=True)
    return joined / lengths
