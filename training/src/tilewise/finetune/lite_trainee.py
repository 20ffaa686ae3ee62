"""The embedded model as a trainee: minutes on a CPU, since what never changes is calculated once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor

from tilewise.checkpoint.load import read_checkpoint
from tilewise.faults import Fault, InputError
from tilewise.finetune.settings import FinetuneSettings
from tilewise.finetune.trainee import Start, Trainee
from tilewise.lite.lite_model import (
    LITE,
    LiteClip,
    Vocabulary,
    build_lite_model,
    choose_words,
    describe,
    is_lite,
    read_base,
)

# Of a checkout that the package was installed from with `pip install -e`.
BUILT_IN = Path(__file__).parents[4] / "models" / LITE
# Weight of the yes or no of a tile beside the contrast of a batch.
_DECISION = 1.0


def open_lite(settings: FinetuneSettings, checkpoint: Path | None, texts: list[str]) -> Start:
    """From the folder of the embedded model, or from a checkpoint of an earlier training of it."""
    if settings.grad_checkpointing or settings.freeze_vision:
        raise ValueError(f"--vision-model {LITE}: expected neither --grad-checkpointing nor --freeze-vision, found one")
    if checkpoint is None:
        base = read_base(settings.base or BUILT_IN)
        return Start(lite_trainee(LiteClip(base, choose_words(base, texts))), {})
    read = read_checkpoint(checkpoint)
    if not is_lite(read.extra):
        found = str(read.extra.get("vision_model", "another model"))
        raise InputError(Fault(str(checkpoint), f"a checkpoint of {LITE}", found))
    model = build_lite_model(read.extra, read.weights, str(checkpoint))
    grown = _with_words(model, texts)
    if grown is not model and not settings.reset_optimizer:
        found = f"{len(grown.words.nodes) + len(grown.words.added)} with those of --train-data (--reset-optimizer)"
        expected = f"its {len(model.words.nodes) + len(model.words.added)} words and no others to go on with"
        raise InputError(Fault(str(checkpoint), expected, found))
    return Start(lite_trainee(grown), read.extra)


def lite_trainee(model: LiteClip) -> Trainee:
    unknown = model.base.manifest.get("unknown", {}).get("distractorCosine")
    return Trainee(
        model=model,
        name=LITE,
        size=model.base.size,
        learning=lambda name: name in ("image.slope", "image.shift", "image.weight"),
        decision=_DECISION,
        unknown_cosine=unknown,
        extra=describe(model),
        prepare=_prepare(model),
    )


def _prepare(model: LiteClip) -> Callable[[Tensor], Tensor]:
    def prepare(pixels: Tensor) -> Tensor:
        return model.trunk(pixels[None].to(model.logit_scale.device))[0].cpu()

    return prepare


def _with_words(model: LiteClip, texts: list[str]) -> LiteClip:
    """The same model if it has all of them, otherwise one with room for the new."""
    asked, old = choose_words(model.base, texts), model.words
    words = Vocabulary(
        tuple(dict.fromkeys((*old.nodes, *asked.nodes))), tuple(dict.fromkeys((*old.added, *asked.added)))
    )
    if words == old:
        return model
    grown = LiteClip(model.base, words)
    places = [*range(len(old.nodes)), *(len(words.nodes) + place for place in range(len(old.added)))]
    with torch.no_grad():
        grown.image.slope[: len(old.nodes)] = model.image.slope
        grown.image.shift[places] = model.image.shift
        grown.image.weight[places] = model.image.weight
    return grown
