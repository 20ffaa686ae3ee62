"""Reads a checkpoint that cn_clip, its trainer or `save_checkpoint` wrote."""

from __future__ import annotations

import pickle
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from tilewise.checkpoint.architecture import Architecture
from tilewise.checkpoint.cn_clip_model import clip_class
from tilewise.checkpoint.detect import detect
from tilewise.faults import Fault, InputError, shorten

_PARALLEL_PREFIX = "module."
# Chinese-CLIP's text tower reads the first token itself; the released files carry a pooler that is never used.
_UNUSED = "bert.pooler"
_FUSED = re.compile(r"(.*)\.Wqkv\.(weight|bias)")


@dataclass(frozen=True)
class Checkpoint:
    """`weights` have plain names (no `module.`) and the precision they were saved in.

    `extra` is what else the file holds: epoch, step, name, optimizer and whatever a trainer adds.
    """

    path: Path
    weights: dict[str, Tensor]
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class LoadedModel:
    """cn_clip's CLIP in fp32 and eval mode."""

    model: nn.Module
    architecture: Architecture
    extra: dict[str, Any] = field(default_factory=dict)


def read_checkpoint(path: Path, mapped: bool = False) -> Checkpoint:
    """Raises InputError when the file is none. Only tensors and plain values are unpickled.

    `mapped`: weights stay in the file until they are used; Windows then lets nobody replace the file.
    """
    if not path.is_file():
        raise InputError(Fault(str(path), "a checkpoint file", "nothing there" if not path.exists() else "a folder"))
    try:
        content = torch.load(path, map_location="cpu", weights_only=True, mmap=mapped and zipfile.is_zipfile(path))
    except (RuntimeError, OSError, pickle.UnpicklingError, EOFError, ValueError, KeyError) as error:
        size = path.stat().st_size
        found = f"{size:,} bytes, {str(error).splitlines()[0] if str(error) else type(error).__name__}"
        raise InputError(Fault(str(path), "a PyTorch checkpoint of tensors", found)) from error
    if not isinstance(content, dict):
        raise InputError(Fault(str(path), "a dictionary with state_dict", type(content).__name__))
    state = content.get("state_dict", content)
    if not isinstance(state, Mapping) or not all(isinstance(value, Tensor) for value in state.values()):
        raise InputError(Fault(str(path), "a state_dict of tensors", shorten(list(content))))
    extra = {name: value for name, value in content.items() if name != "state_dict"} if state is not content else {}
    return Checkpoint(path, plain_weights(state), extra)


def plain_weights(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Without the prefix of parallel training, the unused pooler and FlashAttention's fused matrices."""
    weights: dict[str, Tensor] = {}
    for stored, value in state.items():
        name = stored.removeprefix(_PARALLEL_PREFIX)
        if not name.startswith(_UNUSED):
            weights |= _unfused(name, value)
    return weights


def load_model(
    path: Path, vision_model: str | None = None, text_model: str | None = None, mapped: bool = False
) -> LoadedModel:
    """Detects the scale, and refuses another than the one named. `mapped` as for read_checkpoint."""
    checkpoint = read_checkpoint(path, mapped)
    found = detect(checkpoint.weights, str(path), vision_model, text_model)
    return LoadedModel(build_model(found, checkpoint.weights, str(path)), found, checkpoint.extra)


def build_model(arch: Architecture, weights: Mapping[str, Tensor], where: str) -> nn.Module:
    """The weights become the model's own, widened to fp32 one by one: there is never a second copy of all."""
    with torch.device("meta"):
        model = clip_class()(**arch.arguments)
    names = model.state_dict()
    missing, surplus = sorted(set(names) - set(weights)), sorted(set(weights) - set(names))
    if missing or surplus:
        expected = f"the {len(names)} weights of {arch.vision_model} and {arch.text_model}"
        found = f"{len(missing)} missing {shorten(missing[:3])} and {len(surplus)} unknown {shorten(surplus[:3])}"
        raise InputError(Fault(where, expected, found))
    for name, value in weights.items():
        if value.shape != names[name].shape:
            expected = f"{name} of shape {tuple(names[name].shape)}"
            raise InputError(Fault(where, expected, str(tuple(value.shape))))
    wide = {name: value.float() if value.is_floating_point() else value for name, value in weights.items()}
    model.load_state_dict(wide, assign=True)
    return model.requires_grad_(True).eval()


def _unfused(name: str, value: Tensor) -> dict[str, Tensor]:
    """FlashAttention's names (cn_clip's convert_state_dict) back to the plain ones."""
    fused = _FUSED.fullmatch(name)
    if fused:
        block, kind = fused.groups()
        if name.startswith("visual."):
            return {f"{block}.in_proj_{kind}": value}
        parts = zip(("query", "key", "value"), value.chunk(3), strict=True)
        return {f"{block}.{part}.{kind}": piece for part, piece in parts}
    if name.startswith("bert.") and ".attention.self.out_proj." in name:
        return {name.replace(".attention.self.out_proj.", ".attention.output.dense."): value}
    return {name: value}
