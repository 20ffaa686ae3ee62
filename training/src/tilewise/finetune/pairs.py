"""Pairs of a split as tensors: any number of worker processes give the same pictures."""

from __future__ import annotations

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


@dataclass(frozen=True)
class Batch:
    """images [B, 3, size, size], texts [B, context], own [B] and texts_of [B, K]: see `loss.positives`."""

    images: Tensor
    texts: Tensor
    own: Tensor
    texts_of: Tensor

    def to(self, device: torch.device) -> Batch:
        return Batch(*(value.to(device, non_blocking=True) for value in vars(self).values()))


class Pairs(Dataset[tuple[Any, ...]]):
    """Every picture with one of its texts. Reads all texts once when it opens."""

    def __init__(self, split: Path, size: int, context_length: int, augmented: bool, seed: int = 0) -> None:
        if not split.is_dir():
            raise InputError(Fault(str(split), "the LMDB folder of a split, such as DATASET/lmdb/train", "none"))
        self.split = split
        self._size, self._augmented, self._seed = size, augmented, seed
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
        random = np.random.default_rng((self._seed, draw.epoch, draw.place)) if self._augmented else None
        texts_of = self._texts_of[image_id]
        padded = torch.tensor(texts_of + [-1] * (self._width - len(texts_of)))
        return self.picture(image_id, random), self.rows[number], torch.tensor(number), padded

    def picture(self, image_id: int, random: np.random.Generator | None = None) -> Tensor:
        """[3, size, size]. Raises InputError naming the record of a picture that is missing or broken."""
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
        return torch.from_numpy(normalised_pixels(picture, self._size))

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_reader": None}


def collate(samples: list[tuple[Tensor, Tensor, Tensor, Tensor]]) -> Batch:
    return Batch(*(torch.stack(column) for column in zip(*samples, strict=True)))
