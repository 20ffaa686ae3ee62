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
    width: int = 144
    inner: int = 432
    heads: int = 6
    layers: int = 3


class Block(nn.Module):
    """Pre-norm transformer layer; padded positions are never attended to.

    With `first_only` just the first position, [CLS], comes out: the head of the tower reads no other.
    """

    def __init__(self, shape: TextShape, dropout: float, first_only: bool) -> None:
        super().__init__()
        self.first_only = first_only
        self.heads = shape.heads
        self.scale = (shape.width // shape.heads) ** -0.5
        self.before_attention = nn.LayerNorm(shape.width)
        self.query = nn.Linear(shape.width, shape.width)
        self.key_value = nn.Linear(shape.width, 2 * shape.width)
        self.output = nn.Linear(shape.width, shape.width)
        self.before_inner = nn.LayerNorm(shape.width)
        self.inner = nn.Sequential(nn.Linear(shape.width, shape.inner), nn.GELU(), nn.Linear(shape.inner, shape.width))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        normed = self.before_attention(x)
        if self.first_only:
            x = x[:, :1]
        query = self._heads(self.query(normed[:, : x.shape[1]]))
        key, value = (self._heads(part) for part in self.key_value(normed).chunk(2, dim=-1))
        scores = query @ key.transpose(-2, -1) * self.scale + hidden
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).flatten(2)
        x = x + self.dropout(self.output(mixed))
        widened: Tensor = x + self.dropout(self.inner(self.before_inner(x)))
        return widened

    def _heads(self, x: Tensor) -> Tensor:
        batch, length, width = x.shape
        return x.view(batch, length, self.heads, width // self.heads).transpose(1, 2)


class TextTower(nn.Module):
    """Token ids [B, L] -> logits over the nodes and, last, 'names nothing that I know' [B, nodes + 1]."""

    def __init__(self, shape: TextShape, nodes: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.tokens = nn.Embedding(shape.vocabulary, shape.token_width)
        self.widen = nn.Linear(shape.token_width, shape.width, bias=False)
        self.positions = nn.Embedding(shape.context, shape.width)
        self.dropout = nn.Dropout(dropout)
        self.blocks = nn.ModuleList(Block(shape, dropout, layer == shape.layers - 1) for layer in range(shape.layers))
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
        logits: Tensor = self.head(self.norm(x[:, 0]))
        return logits


class TextFeatures(nn.Module):
    """What is exported: `unnorm_text_features` [B, nodes + 2], nearly one-hot; see `ImageFeatures` for the layout."""

    def __init__(self, tower: TextTower, sharpness: float) -> None:
        super().__init__()
        self.tower = tower
        self.sharpness = sharpness

    def forward(self, text: Tensor) -> Tensor:
        chosen = (self.sharpness * self.tower(text)).softmax(-1)
        return torch.cat([chosen, torch.zeros_like(chosen[:, :1])], dim=1)
