"""How well pictures of the validation split find their texts, and texts their pictures."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import torch
from accelerate import Accelerator
from accelerate.utils import gather_object
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from tilewise.finetune.pairs import Pairs
from tilewise.finetune.settings import FinetuneSettings
from tilewise.finetune.trainee import Trainee, encode_images, encode_texts


@dataclass(frozen=True)
class Validation:
    """`loss`: cross-entropy of a picture over all texts of the split, its own sharing the target.

    image_to_text: share of pictures whose nearest text is one of theirs; text_to_image: the same of texts.
    """

    loss: float
    image_to_text: float
    text_to_image: float

    @property
    def rank(self) -> tuple[float, float]:
        """More is better: what is found, and among equals the loss."""
        return self.image_to_text + self.text_to_image, -self.loss

    def record(self) -> dict[str, float]:
        return {"loss": self.loss, "image_to_text": self.image_to_text, "text_to_image": self.text_to_image}


class _Pictures(Dataset[Tensor]):
    def __init__(self, pairs: Pairs, image_ids: list[int]) -> None:
        self._pairs, self._image_ids = pairs, image_ids

    def __len__(self) -> int:
        return len(self._image_ids)

    def __getitem__(self, place: int) -> Tensor:
        return self._pairs.picture(self._image_ids[place])


def picture_rows(accelerator: Accelerator, trainee: Trainee, pairs: Pairs, settings: FinetuneSettings) -> Tensor:
    """Unit rows of all pictures, in the order of `pairs.image_ids`, on the CPU; each process encodes its share."""
    trainee.model.eval()
    share = pairs.image_ids[accelerator.process_index :: accelerator.num_processes]
    loader = DataLoader(
        _Pictures(pairs, share),
        batch_size=settings.valid_batch_size,
        num_workers=0 if trainee.prepare else settings.valid_num_workers,
        generator=torch.Generator(),
    )
    own = [encode_images(trainee.model, images.to(accelerator.device)).cpu() for images in loader]
    shares: list[list[Tensor]] = gather_object([list(torch.cat(own))] if own else [[]])
    rows = [row for rank in zip(*_padded(shares), strict=True) for row in rank if row is not None]
    return torch.stack(rows)


def text_rows(accelerator: Accelerator, trainee: Trainee, rows: Tensor, batch: int) -> Tensor:
    trainee.model.eval()
    found = [encode_texts(trainee.model, part.to(accelerator.device)).cpu() for part in torch.split(rows, batch)]
    return torch.cat(found)


def validate(accelerator: Accelerator, trainee: Trainee, pairs: Pairs, settings: FinetuneSettings) -> Validation:
    images = picture_rows(accelerator, trainee, pairs, settings)
    texts = text_rows(accelerator, trainee, pairs.rows, settings.valid_batch_size)
    scale = _scale(trainee.model)
    match = torch.zeros(len(images), len(texts), dtype=torch.bool)
    for place, image_id in enumerate(pairs.image_ids):
        match[place, pairs.texts_of(image_id)] = True
    logits = scale * images @ texts.T
    places = torch.arange(len(texts))
    targets = match / match.sum(dim=1, keepdim=True)
    return Validation(
        loss=float(-(targets * logits.log_softmax(dim=1)).sum(dim=1).mean()),
        image_to_text=float(match[torch.arange(len(images)), logits.argmax(dim=1)].float().mean()),
        text_to_image=float(match.T[places, logits.argmax(dim=0)].float().mean()),
    )


def _scale(model: Any) -> float:
    return math.exp(model.logit_scale.item())


def _padded(shares: list[list[Tensor]]) -> Iterator[list[Tensor | None]]:
    longest = max(map(len, shares))
    for share in shares:
        yield [*share, *[None] * (longest - len(share))]
