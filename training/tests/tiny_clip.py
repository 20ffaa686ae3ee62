"""A Chinese-CLIP of a few thousand weights with cn_clip's own code, for tests."""

from __future__ import annotations

import torch
from torch import nn

from tilewise.checkpoint.architecture import Architecture
from tilewise.checkpoint.cn_clip_model import clip_class

_TEXT = {
    "vocab_size": 21128,
    "text_attention_probs_dropout_prob": 0.1,
    "text_hidden_act": "gelu",
    "text_hidden_dropout_prob": 0.1,
    "text_hidden_size": 16,
    "text_initializer_range": 0.5,
    "text_intermediate_size": 32,
    "text_max_position_embeddings": 64,
    "text_num_attention_heads": 2,
    "text_num_hidden_layers": 2,
    "text_type_vocab_size": 2,
}
_VIT = {
    "embed_dim": 32,
    "image_resolution": 32,
    "vision_layers": 2,
    "vision_width": 64,
    "vision_patch_size": 16,
}
_RESNET = {
    "embed_dim": 32,
    "image_resolution": 32,
    "vision_layers": [1, 1, 1, 1],
    "vision_width": 16,
    "vision_patch_size": None,
}
TINY_VIT = Architecture("tiny-vit", "tiny-bert", _VIT, _TEXT)
TINY_RESNET = Architecture("tiny-resnet", "tiny-bert", _RESNET, _TEXT)


def tiny_model(arch: Architecture = TINY_VIT, seed: int = 0) -> nn.Module:
    """Random weights in fp32 and eval mode; batch norms have seen something, so that eval and train mode differ."""
    torch.manual_seed(seed)
    model = clip_class()(**arch.arguments).float()
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.running_mean, std=0.2)
            nn.init.uniform_(module.running_var, 0.5, 2.0)
            nn.init.uniform_(module.weight, 0.5, 1.5)
    return model.eval()
