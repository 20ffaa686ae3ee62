"""Attention written so that its graph has no shape arithmetic: all sizes but the batch are numbers before tracing."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True)
class Heads:
    """Of one attention: how many and how wide."""

    count: int
    size: int

    def split(self, x: Tensor, length: int) -> Tensor:
        """[B, length, width] -> [B, heads, length, size]; -1 stands for the batch in the graph as well."""
        return x.reshape(-1, length, self.count, self.size).transpose(1, 2)

    def attend(self, query: Tensor, key: Tensor, value: Tensor, queries: int, hidden: Tensor | None = None) -> Tensor:
        """[B, heads, queries, size] -> [B, queries, width]. `hidden` is added to the scores: -10000 hides a place."""
        # The factor goes to the queries: in half precision the products of long vectors could overflow before it.
        scores = (query * self.size**-0.5) @ key.transpose(-1, -2)
        if hidden is not None:
            scores = scores + hidden
        mixed: Tensor = scores.softmax(-1) @ value
        return mixed.transpose(1, 2).reshape(-1, queries, self.count * self.size)


def norm(layer: nn.LayerNorm, x: Tensor) -> Tensor:
    """cn_clip's own layer norms cast to fp32 and back; ONNX Runtime's kernel does so by itself."""
    return functional.layer_norm(x, layer.normalized_shape, layer.weight, layer.bias, layer.eps)
