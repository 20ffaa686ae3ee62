"""Pairs of a split as tensors: any number of worker processes give the same pictures."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import Dataset

from tilewise.dataset.fingerprint import BrokenPictureError, decode_rgb
from tilewise.dataset.lmdb_reader import SplitReader
from tilewise.evaluate.encoder import prepare_text
from tilewise.faults import Fault, InputError
from tilewise.finetune.augment import augment
from tilewise.finetune.batches import Draw
from tilewise.preprocess import normalised_pixels
from tilewise.tokenizer import Tokenizer, find_vocabulary, load_vocabulary

# Augmented versions of a picture where each is prepared once; 5 kB each for the embedded model.
VARIANTS = 4
_REMEMBERED = 200_000


@dataclass(frozen=True)
class Batch:
    """images [B, 3, size, size], texts [B, context], own [B] and texts_of [B, K]: see `loss.positives`."""

    images: Tensor
    texts: Tensor
    own: Tensor
    texts_of: Tensor

    def to(self, device: torch.device) -> Batch:
        return Batch(*(value.to(device, non_blocking=True) for value in vars(self).values()))


@dataclass(frozen=True)
class Look:
    """How pictures become tensors. prepare: what is calculated of their pixels once, and then remembered."""

    size: int
    augmented: bool = False
    seed: int = 0
    prepare: Callable[[Tensor], Tensor] | None = None


class Pairs(Dataset[tuple[Any, ...]]):
    """Every picture with one of its texts. Reads all texts once when it opens."""

    def __init__(self, split: Path, look: Look, context_length: int) -> None:
        if not split.is_dir():
            raise InputError(Fault(str(split), "the LMDB folder of a split, such as DATASET/lmdb/train", "none"))
        self.split = split
        self._look = look
        self._prepared: dict[tuple[int, int], Tensor] = {}
        self._reader: SplitReader | None = None
        numbers: dict[str, int] = {}
        texts_of: dict[int, list[int]] = {}
        self._pairs: list[tuple[int, int]] = []
        with SplitReader(split) as reader:
            for position in range(len(reader)):
                pair = reader.pair(position)
                number = numbers.setdefault(prepare_text(pair.text), len(numbers))
                self._pairs.append((pair.image_id, number))
                texts_of.setdefault(pair.image_id, []).append(number)
        if not self._pairs:
            raise InputError(Fault(str(split), "pairs of pictures and texts", "none"))
        self.texts = list(numbers)
        self._texts_of = texts_of
        self._width = max(map(len, texts_of.values()))
        tokenizer = Tokenizer(load_vocabulary(find_vocabulary()))
        self.rows = torch.tensor(tokenizer.rows(self.texts, context_length))

    def seen_as(self, look: Look) -> Pairs:
        """The same pairs without reading their texts again."""
        other = copy.copy(self)
        other._look, other._reader, other._prepared = look, None, {}
        return other

    def __len__(self) -> int:
        return len(self._pairs)

    @property
    def image_ids(self) -> list[int]:
        return list(self._texts_of)

    def texts_of(self, image_id: int) -> list[int]:
        """Numbers of the texts of a picture."""
        return self._texts_of[image_id]

    def __getitem__(self, draw: Draw) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        image_id, number = self._pairs[draw.pair]
        texts_of = self._texts_of[image_id]
        padded = torch.tensor(texts_of + [-1] * (self._width - len(texts_of)))
        return self._drawn(image_id, draw), self.rows[number], torch.tensor(number), padded

    def _drawn(self, image_id: int, draw: Draw) -> Tensor:
        look = self._look
        if look.prepare is None:
            seed = (look.seed, draw.epoch, draw.place)
            return self.picture(image_id, np.random.default_rng(seed) if look.augmented else None)
        variant = draw.epoch % VARIANTS if look.augmented else 0
        return self._remembered(image_id, variant)

    def _remembered(self, image_id: int, variant: int) -> Tensor:
        """Variant 0 is the picture as it is; the others come around again, so that each is prepared once."""
        key = (image_id, variant)
        if key not in self._prepared:
            random = np.random.default_rng((self._look.seed, image_id, variant)) if variant else None
            found = self.picture(image_id, random)
            if len(self._prepared) >= _REMEMBERED:
                return found
            self._prepared[key] = found
        return self._prepared[key]

    def picture(self, image_id: int, random: np.random.Generator | None = None) -> Tensor:
        """Pixels [3, size, size], or what is prepared of them. Raises InputError naming a record that is broken."""
        if self._reader is None:
            # Opened in the process that reads: an LMDB must not cross a fork.
            self._reader = SplitReader(self.split)
        data = self._reader.picture(image_id)
        try:
            picture = decode_rgb(data)
        except BrokenPictureError as error:
            where = f"{self.split}/imgs: picture {image_id}"
            raise InputError(Fault(where, "a whole picture", str(error))) from error
        if random is not None:
            picture = augment(picture, random)
        pixels = torch.from_numpy(normalised_pixels(picture, self._look.size))
        return pixels if self._look.prepare is None else self._look.prepare(pixels)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_reader": None, "_prepared": {}}


def collate(samples: list[tuple[Tensor, Tensor, Tensor, Tensor]]) -> Batch:
    return Batch(*(torch.stack(column) for column in zip(*samples, strict=True)))
