"""How well pictures of the validation split find their texts, and texts their pictures."""

from __future__ import annotations

import math
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

# Pictures compared with all texts at once.
_CHUNK = 1024


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
    shares: list[Tensor] = gather_object([torch.cat(own) if own else torch.empty(0, 0)])
    rows = torch.empty(len(pairs.image_ids), shares[0].shape[1])
    for process, found in enumerate(shares):
        if len(found):
            rows[process :: accelerator.num_processes] = found
    return rows


def text_rows(accelerator: Accelerator, trainee: Trainee, rows: Tensor, batch: int) -> Tensor:
    trainee.model.eval()
    found = [encode_texts(trainee.model, part.to(accelerator.device)).cpu() for part in torch.split(rows, batch)]
    return torch.cat(found)


def validate(accelerator: Accelerator, trainee: Trainee, pairs: Pairs, settings: FinetuneSettings) -> Validation:
    images = picture_rows(accelerator, trainee, pairs, settings)
    texts = text_rows(accelerator, trainee, pairs.rows, settings.valid_batch_size)
    scale = _scale(trainee.model)
    loss, right = 0.0, 0
    nearest, found = torch.full((len(texts),), -torch.inf), torch.zeros(len(texts), dtype=torch.bool)
    for start in range(0, len(images), _CHUNK):
        logits = scale * images[start : start + _CHUNK] @ texts.T
        match = torch.zeros(logits.shape, dtype=torch.bool)
        for place, image_id in enumerate(pairs.image_ids[start : start + _CHUNK]):
            match[place, pairs.texts_of(image_id)] = True
        shares = match / match.sum(dim=1, keepdim=True)
        loss -= float((shares * logits.log_softmax(dim=1)).sum())
        right += int(match.gather(1, logits.argmax(dim=1, keepdim=True)).sum())
        highest, places = logits.max(dim=0)
        nearer = highest > nearest
        found[nearer] = match.gather(0, places[None])[0, nearer]
        nearest = torch.maximum(nearest, highest)
    return Validation(loss / len(images), right / len(images), float(found.float().mean()))


def _scale(model: Any) -> float:
    return math.exp(model.logit_scale.item())
