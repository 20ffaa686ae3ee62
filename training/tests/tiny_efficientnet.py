"""EfficientNet-Lite as the package builds it, a tenth as wide and as deep, with weights of chance."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn


def tiny_efficientnet(scale: str = "lite1") -> nn.Module:
    from efficientnet_lite_pytorch import EfficientNet  # type: ignore[import-untyped]

    torch.manual_seed(0)
    narrow: dict[str, Any] = {"width_coefficient": 0.1, "depth_coefficient": 0.1, "depth_divisor": 4}
    backbone: nn.Module = EfficientNet.from_name(f"efficientnet-{scale}", fix_head_stem=False, **narrow)
    for module in backbone.modules():
        if isinstance(module, nn.BatchNorm2d):
            # Those of a trained net are not 0 and 1 either.
            module.running_mean = torch.randn_like(module.running_mean) * 0.1  # type: ignore[arg-type]
            nn.init.uniform_(module.running_var, 0.05, 0.2)  # type: ignore[arg-type]
            nn.init.uniform_(module.bias, -0.2, 0.2)
    return backbone.eval()
