"""The two towers of cn_clip's CLIP as modules to export.

They use the model's own weights and say the same sums without shape arithmetic, so that the batch is free and the
graphs are a third as long; that they are the same is measured for each export against cn_clip's own encode_image and
encode_text.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from tilewise.export.attention import Heads, norm

# What cn_clip's BERT adds to the scores of padding.
_HIDE = -10000.0


class ResNetTower(nn.Module):
    """`image` [B, 3, size, size] float32 -> `unnorm_image_features` [B, embedding] float32."""

    def __init__(self, visual: Any) -> None:
        super().__init__()
        self.visual = visual
        self.length, self.width = visual.attnpool.positional_embedding.shape
        self.heads = Heads(visual.attnpool.num_heads, self.width // visual.attnpool.num_heads)

    def forward(self, image: Tensor) -> Tensor:
        visual: Any = self.visual
        x = image.to(visual.conv1.weight.dtype)
        for conv, bn in ((visual.conv1, visual.bn1), (visual.conv2, visual.bn2), (visual.conv3, visual.bn3)):
            x = functional.relu(bn(conv(x)))
        x = visual.avgpool(x)
        for stage in (visual.layer1, visual.layer2, visual.layer3, visual.layer4):
            x = stage(x)
        return self._pool(x).float()

    def _pool(self, x: Tensor) -> Tensor:
        """Only the mean asks; cn_clip computes an answer for every place and keeps the first."""
        pool: Any = self.visual.attnpool
        x = x.reshape(-1, self.width, self.length - 1).transpose(1, 2)
        x = torch.cat([x.mean(dim=1, keepdim=True), x], dim=1) + pool.positional_embedding
        query = self.heads.split(pool.q_proj(x[:, :1]), 1)
        key, value = (self.heads.split(part(x), self.length) for part in (pool.k_proj, pool.v_proj))
        pooled: Tensor = pool.c_proj(self.heads.attend(query, key, value, queries=1))
        return pooled[:, 0]


class VitTower(nn.Module):
    """`image` [B, 3, size, size] float32 -> `unnorm_image_features` [B, embedding] float32."""

    def __init__(self, visual: Any) -> None:
        super().__init__()
        self.visual = visual
        self.length, self.width = visual.positional_embedding.shape
        count = visual.transformer.resblocks[0].attn.num_heads
        self.heads = Heads(count, self.width // count)

    def forward(self, image: Tensor) -> Tensor:
        visual: Any = self.visual
        patches = visual.conv1(image.to(visual.conv1.weight.dtype))
        patches = patches.reshape(-1, self.width, self.length - 1).transpose(1, 2)
        # The class token is the same for all pictures: a zero of each gives it the batch.
        first = patches[:, :1] * 0 + (visual.class_embedding + visual.positional_embedding[0])
        x = torch.cat([first, patches + visual.positional_embedding[1:]], dim=1)
        x = norm(visual.ln_pre, x)
        for block in visual.transformer.resblocks:
            x = x + self._self_attention(block.attn, norm(block.ln_1, x))
            x = x + block.mlp(norm(block.ln_2, x))
        features: Tensor = norm(visual.ln_post, x[:, 0]) @ visual.proj
        return features.float()

    def _self_attention(self, attention: Any, x: Tensor) -> Tensor:
        parts = zip(attention.in_proj_weight.chunk(3), attention.in_proj_bias.chunk(3), strict=True)
        query, key, value = (
            self.heads.split(functional.linear(x, weight, bias), self.length) for weight, bias in parts
        )
        mixed: Tensor = attention.out_proj(self.heads.attend(query, key, value, self.length))
        return mixed


class TextTower(nn.Module):
    """`text` [B, context length] int64, 0 where there is none -> `unnorm_text_features` [B, embedding] float32."""

    def __init__(self, model: Any, context_length: int) -> None:
        super().__init__()
        self.bert = model.bert
        self.text_projection = model.text_projection
        self.length = context_length
        attention = model.bert.encoder.layer[0].attention.self
        self.heads = Heads(attention.num_attention_heads, attention.attention_head_size)

    def forward(self, text: Tensor) -> Tensor:
        embeddings: Any = self.bert.embeddings
        hidden = text.eq(0).to(self.text_projection.dtype)[:, None, None, :] * _HIDE
        places = embeddings.position_embeddings.weight[: self.length] + embeddings.token_type_embeddings.weight[0]
        x = norm(embeddings.LayerNorm, embeddings.word_embeddings(text) + places)
        for layer in self.bert.encoder.layer:
            x = norm(layer.attention.output.LayerNorm, x + self._self_attention(layer.attention, x, hidden))
            inner = functional.gelu(layer.intermediate.dense(x))
            x = norm(layer.output.LayerNorm, x + layer.output.dense(inner))
        features: Tensor = x[:, 0] @ self.text_projection
        return features.float()

    def _self_attention(self, attention: Any, x: Tensor, hidden: Tensor) -> Tensor:
        parts = (attention.self.query, attention.self.key, attention.self.value)
        query, key, value = (self.heads.split(part(x), self.length) for part in parts)
        mixed: Tensor = attention.output.dense(self.heads.attend(query, key, value, self.length, hidden))
        return mixed


def image_tower(model: Any) -> nn.Module:
    """Of either kind, in eval mode: a fresh module starts in train mode and export would take it along."""
    tower = ResNetTower(model.visual) if hasattr(model.visual, "attnpool") else VitTower(model.visual)
    return tower.eval()


def text_tower(model: Any, context_length: int) -> nn.Module:
    return TextTower(model, context_length).eval()
