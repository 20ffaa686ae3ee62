"""The image tower of the embedded model with an addition that is trained: words trained on, and no others, change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from tilewise.lite.image_tower import ImageFeatures
from tilewise.lite.trunk import pooled_features


class TunedImageFeatures(nn.Module):
    """Pixels [B, 3, 224, 224] -> `unnorm_image_features` [B, nodes + 2 + added words].

    base stays as it is. For a node trained on, its log-odds become slope * odds + shift + weight . features; for an
    added word they are shift + weight . features. All other nodes keep the numbers of the base, bit for bit. Only the
    padding, which no text points at, makes room.
    """

    chosen: Tensor

    def __init__(self, base: ImageFeatures, trained: Sequence[int], added: int) -> None:
        super().__init__()
        self.base = base.requires_grad_(False)
        backbone: Any = base.backbone
        self.trained, self.added = len(trained), added
        width = backbone._fc.in_features
        self.slope = nn.Parameter(torch.ones(self.trained))
        self.shift = nn.Parameter(torch.zeros(self.trained + added))
        self.weight = nn.Parameter(torch.zeros(self.trained + added, width))
        self.dropout = nn.Dropout(0.3)
        chosen = torch.zeros(self.trained, len(base.offset))
        chosen[torch.arange(self.trained), torch.tensor(list(trained), dtype=torch.int64)] = 1
        self.register_buffer("chosen", chosen)

    def forward(self, image: Tensor) -> Tensor:
        return self.embed(pooled_features(self.base, image))

    def embed(self, features: Tensor) -> Tensor:
        """Pooled features -> embedding, as the base has it but for the words trained on."""
        backbone: Any = self.base.backbone
        classes = (backbone._fc(features) / self.base.reading.temperature).softmax(-1)
        odds = self.base.evidence(torch.cat([classes, classes @ self.base.groups], dim=1))
        moved = self.dropout(features) @ self.weight.T + self.shift
        own = odds @ self.chosen.T
        odds = odds + ((self.slope - 1) * own + moved[:, : self.trained]) @ self.chosen
        return self.base.place(odds, moved[:, self.trained :])
