"""EfficientNet-Lite cut in two at a block: what stays as it is, and what is trained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn

from tilewise.lite.backbone import IMAGE_SIZE


def own_pixels(pictures: Sequence[Image.Image]) -> Tensor:
    """[B, 3, 224, 224], squashed and normalised as the backbone wants them."""
    side = (IMAGE_SIZE, IMAGE_SIZE)
    rows = [np.asarray(picture.resize(side, Image.Resampling.BICUBIC), np.float32) for picture in pictures]
    return (torch.from_numpy(np.stack(rows)).permute(0, 3, 1, 2).contiguous() - 127) / 128


class FrontHalf(nn.Module):
    """Pixels [B, 3, 224, 224] -> maps before block `first_block`."""

    def __init__(self, backbone: nn.Module, first_block: int) -> None:
        super().__init__()
        self.backbone: Any = backbone
        self.first_block = first_block

    def forward(self, image: Tensor) -> Tensor:
        maps: Tensor = self.backbone._swish(self.backbone._bn0(self.backbone._conv_stem(image)))
        for block in self.backbone._blocks[: self.first_block]:
            maps = block(maps)
        return maps


class BackHalf(nn.Module):
    """Maps before block `first_block` -> pooled features [B, width]."""

    def __init__(self, backbone: nn.Module, first_block: int) -> None:
        super().__init__()
        self.backbone: Any = backbone
        self.first_block = first_block

    def forward(self, maps: Tensor) -> Tensor:
        for block in self.backbone._blocks[self.first_block :]:
            maps = block(maps)
        pooled: Tensor = self.backbone._swish(self.backbone._bn1(self.backbone._conv_head(maps))).mean(dim=(2, 3))
        return pooled

    def classify(self, features: Tensor) -> Tensor:
        """Pooled features -> logits [B, 1000], by the classifier as it is."""
        own: nn.Linear = self.backbone._fc
        return nn.functional.linear(features, own.weight.detach(), own.bias.detach())

    def trained(self) -> Iterator[nn.Parameter]:
        own = self.backbone
        parts = (*own._blocks[self.first_block :], own._conv_head, own._bn1)
        return chain.from_iterable(part.parameters() for part in parts)
