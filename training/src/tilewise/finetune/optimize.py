"""The optimizer's groups and the learning rate of each step, as Chinese-CLIP has them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any

import torch
from torch import nn

from tilewise.finetune.settings import FinetuneSettings
from tilewise.finetune.trainee import Trainee

_BETAS, _EPS = (0.9, 0.98), 1e-6
_RESNET_BETAS, _RESNET_EPS = (0.9, 0.999), 1e-8
_UNDECAYED = ("bn", "ln", "bias", "logit_scale")
# Tower and number of a layer. A stem counts as the layer below the first, everything after the layers as one above.
_LAYER = re.compile(
    r"(visual)\.(?:transformer\.resblocks\.|layer)(\d+)\.|(bert)\.encoder\.layer\.(\d+)\.|(backbone)\.blocks\.(\d+)\."
)
_STEM = re.compile(r"visual\.(conv\d|bn\d|class_embedding|positional_embedding|ln_pre)|bert\.embeddings\.")


def make_optimizer(trainee: Trainee, settings: FinetuneSettings) -> torch.optim.AdamW:
    """Without layer_decay two groups in cn_clip's order, so that either trainer reads the other's optimizer."""
    named = [(name, value) for name, value in trainee.model.named_parameters() if value.requires_grad]
    shares = layer_shares([name for name, _ in trainee.model.named_parameters()], settings.layer_decay)
    groups: list[dict[str, Any]] = []
    for share in sorted(set(shares.values())):
        for decayed in (False, True):
            chosen = [value for name, value in named if shares[name] == share and is_decayed(name) == decayed]
            if chosen or settings.layer_decay == 1:
                groups.append({"params": chosen, "weight_decay": settings.wd if decayed else 0.0, "lr_share": share})
    is_resnet = any(isinstance(module, nn.BatchNorm2d) for module in trainee.model.modules())
    betas, eps = (_RESNET_BETAS, _RESNET_EPS) if is_resnet else (_BETAS, _EPS)
    return torch.optim.AdamW(groups, lr=settings.highest_lr, betas=betas, eps=eps)


def is_decayed(name: str) -> bool:
    return not any(part in name for part in _UNDECAYED)


def layer_shares(names: Iterable[str], decay: float) -> dict[str, float]:
    """Of each weight the share of the learning rate: 1 above the last layer, `decay` times less a layer down."""
    places = {name: _place(name) for name in names}
    tops: dict[str, int] = {}
    for tower, number in places.values():
        if number is not None:
            tops[tower] = max(tops.get(tower, 0), number)
    return {
        name: 1.0 if number is None else decay ** (tops[tower] + 1 - number) for name, (tower, number) in places.items()
    }


def _place(name: str) -> tuple[str, int | None]:
    found = _LAYER.match(name)
    if found:
        tower, number = [part for part in found.groups() if part is not None]
        return tower, int(number)
    return name.partition(".")[0], -1 if _STEM.match(name) else None


def learning_rate(step: int, total: int, settings: FinetuneSettings) -> float:
    """Of a step counted from 0: a linear warm-up, then half a cosine to 0 (cn_clip's cosine_lr)."""
    if step < settings.warmup:
        return settings.highest_lr * (step + 1) / settings.warmup
    share = (step - settings.warmup) / max(1, total - settings.warmup)
    return 0.5 * (1 + math.cos(math.pi * min(1.0, share))) * settings.highest_lr


def set_rate(optimizer: Any, rate: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = rate * group.get("lr_share", 1.0)
