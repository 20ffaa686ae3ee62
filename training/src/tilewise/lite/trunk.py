"""The part of the image tower that fine-tuning never changes: pixels -> pooled features."""

from __future__ import annotations

from typing import Any

from torch import Tensor, nn

from tilewise.lite.fast_module import FastModule
from tilewise.lite.image_tower import ImageFeatures


def pooled_features(base: ImageFeatures, image: Tensor) -> Tensor:
    """Pixels [B, 3, 224, 224] -> [B, width]."""
    backbone: Any = base.backbone
    maps = backbone.extract_features(image * base.scale + base.shift)
    pooled: Tensor = maps.mean(dim=(2, 3))
    return pooled


class _Trunk(nn.Module):
    def __init__(self, base: ImageFeatures) -> None:
        super().__init__()
        self.base = base

    def forward(self, image: Tensor) -> Tensor:
        return pooled_features(self.base, image)


class FastTrunk(FastModule):
    def __init__(self, base: ImageFeatures) -> None:
        super().__init__(_Trunk(base))
