"""The text tower: a small BERT over the Chinese-CLIP vocabulary that points at one dimension of the embedding."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class TextShape:
    """Sizes of the text tower. Tokens have a narrow embedding of their own, widened by one shared matrix."""

    vocabulary: int = 21128
    context: int = 52
    token_width: int = 64
    width: int = 192
    inner: int = 576
    heads: int = 6
    layers: int = 3


class Block(nn.Module):
    """Pre-norm transformer layer; padded positions are never attended to."""

    def __init__(self, shape: TextShape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.before_attention = nn.LayerNorm(shape.width)
        self.query_key_value = nn.Linear(shape.width, 3 * shape.width)
        self.output = nn.Linear(shape.width, shape.width)
        self.before_inner = nn.LayerNorm(shape.width)
        self.inner = nn.Sequential(
            nn.Linear(shape.width, shape.inner), nn.GELU(), nn.Linear(shape.inner, shape.width)
        )
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        batch, length, width = x.shape
        packed = self.query_key_value(self.before_attention(x))
        packed = packed.view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = packed[0], packed[1], packed[2]
        scores = query @ key.transpose(-2, -1) * (width // self.heads) ** -0.5 + hidden
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, width)
        x = x + self.dropout(self.output(mixed))
        return x + self.dropout(self.inner(self.before_inner(x)))


class TextTower(nn.Module):
    """Token ids [B, L] -> logits over the nodes and, last, 'names nothing that I know' [B, nodes + 1]."""

    def __init__(self, shape: TextShape, nodes: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.tokens = nn.Embedding(shape.vocabulary, shape.token_width)
        self.widen = nn.Linear(shape.token_width, shape.width, bias=False)
        self.positions = nn.Embedding(shape.context, shape.width)
        self.dropout = nn.Dropout(dropout)
        self.blocks = nn.ModuleList(Block(shape, dropout) for _ in range(shape.layers))
        self.norm = nn.LayerNorm(shape.width)
        self.head = nn.Linear(shape.width, nodes + 1)
        nn.init.normal_(self.tokens.weight, std=0.05)
        nn.init.normal_(self.positions.weight, std=0.02)

    def forward(self, ids: Tensor) -> Tensor:
        hidden = (ids == 0).to(self.positions.weight.dtype)[:, None, None, :] * -1e4
        x = self.widen(self.tokens(ids)) + self.positions.weight[: ids.shape[1]]
        x = self.dropout(x)
        for block in self.blocks:
            x = block(x, hidden)
        return self.head(self.norm(x[:, 0]))


class TextFeatures(nn.Module):
    """What is exported: `unnorm_text_features` [B, nodes + 2], nearly one-hot; see `ImageFeatures` for the layout."""

    def __init__(self, tower: TextTower, sharpness: float) -> None:
        super().__init__()
        self.tower = tower
        self.sharpness = sharpness

    def forward(self, text: Tensor) -> Tensor:
        chosen = (self.sharpness * self.tower(text)).softmax(-1)
        return torch.cat([chosen, torch.zeros_like(chosen[:, :1])], dim=1)
