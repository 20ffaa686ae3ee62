"""Lets the installed cn_clip import where torchvision has no compiled operators and timm is absent."""

from __future__ import annotations

import sys
import types
from functools import cache

import torch


@cache
def make_importable() -> None:
    """torchvision registers kernels for two operators that its compiled half declares; cn_clip never calls them."""
    try:
        import torchvision
    except RuntimeError:
        for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
            del sys.modules[name]
        library = torch.library.Library("torchvision", "DEF")
        library.define("nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
        library.define("qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
        make_importable.library = library  # type: ignore[attr-defined]
        import torchvision
    assert torchvision
    _without_augmentation()


def _without_augmentation() -> None:
    """`cn_clip.training.data` asks timm for augmentations, which these tests never switch on."""
    try:
        import timm.data
    except ImportError:
        timm, data = types.ModuleType("timm"), types.ModuleType("timm.data")
        data.create_transform = None  # type: ignore[attr-defined]
        timm.data = data  # type: ignore[attr-defined]
        sys.modules |= {"timm": timm, "timm.data": data}
