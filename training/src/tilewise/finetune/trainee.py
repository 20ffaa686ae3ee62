"""What is trained: a Chinese-CLIP of any scale, or the embedded model, behind one face."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from tilewise.checkpoint.architecture import SCALES
from tilewise.checkpoint.detect import detect
from tilewise.checkpoint.load import LoadedModel, build_model, read_checkpoint
from tilewise.faults import Fault, InputError
from tilewise.finetune.settings import FinetuneSettings

_LARGEST_LOGIT_SCALE = 4.6052
_HEADS = ("visual.proj", "visual.attnpool.c_proj.", "text_projection", "logit_scale")


@dataclass
class Trainee:
    """`model(images, texts)` answers unit picture rows, unit text rows and the logit scale.

    size: side of the pictures. learning: whether the weight of a name is trained. resting: parts that stay in eval
    mode. extra: what else a checkpoint of it must hold. decision: weight of the loss of the tile's yes or no.
    unknown_cosine: see Rules. prepare: what is calculated of a picture once, before training; pixels otherwise.
    """

    model: nn.Module
    name: str
    size: int
    learning: Callable[[str], bool]
    resting: Sequence[nn.Module] = ()
    decision: float = 0.0
    unknown_cosine: float | None = None
    prepare: Callable[[Tensor], Tensor] | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    def wake(self) -> None:
        self.model.train()
        for part in self.resting:
            part.eval()

    def after_step(self) -> None:
        """As Chinese-CLIP: the scale stays between 1 and 100."""
        scale = getattr(self.model, "logit_scale", None)
        if isinstance(scale, nn.Parameter):
            scale.data.clamp_(0, _LARGEST_LOGIT_SCALE)


@dataclass(frozen=True)
class Start:
    """A trainee and what its checkpoint remembers of an earlier training."""

    trainee: Trainee
    extra: dict[str, Any]


def open_clip(settings: FinetuneSettings, checkpoint: Path) -> Start:
    """Raises InputError when the checkpoint is none, or of another scale than --vision-model says."""
    read = read_checkpoint(checkpoint)
    text_model = settings.text_model or SCALES[settings.vision_model]
    found = detect(read.weights, str(checkpoint), settings.vision_model, text_model)
    model = build_model(found, read.weights, str(checkpoint))
    return Start(clip_trainee(LoadedModel(model, found), settings), read.extra)


def clip_trainee(loaded: LoadedModel, settings: FinetuneSettings) -> Trainee:
    model: Any = loaded.model
    if settings.context_length > loaded.architecture.text_shape().positions:
        found = f"{settings.context_length}"
        raise InputError(Fault("--context-length", f"at most {loaded.architecture.text_shape().positions}", found))
    if settings.grad_checkpointing:
        model.set_grad_checkpointing(True)
    return Trainee(
        model=model,
        name=loaded.architecture.vision_model,
        size=loaded.architecture.resolution,
        learning=_learning(settings),
        resting=(model.visual,) if settings.freeze_vision or settings.head_only else (),
        extra={"vision_model": loaded.architecture.vision_model, "text_model": loaded.architecture.text_model},
    )


def _learning(settings: FinetuneSettings) -> Callable[[str], bool]:
    def learns(name: str) -> bool:
        if name.startswith("bert.pooler"):
            return False
        if settings.head_only:
            return name.startswith(_HEADS)
        return not (settings.freeze_vision and name.startswith("visual."))

    return learns


def freeze(trainee: Trainee) -> None:
    for name, parameter in trainee.model.named_parameters():
        parameter.requires_grad_(trainee.learning(name))
    if not any(parameter.requires_grad for parameter in trainee.model.parameters()):
        raise ValueError("expected weights to train, found none")


@torch.no_grad()
def encode_images(model: Any, images: Tensor) -> Tensor:
    rows: Tensor = functional.normalize(model.encode_image(images).float(), dim=-1)
    return rows


@torch.no_grad()
def encode_texts(model: Any, texts: Tensor) -> Tensor:
    rows: Tensor = functional.normalize(model.encode_text(texts).float(), dim=-1)
    return rows
