"""Which scale a checkpoint is, from the shapes of its weights."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import torch

from tilewise.checkpoint.architecture import (
    RESNET_STRIDE,
    SCALES,
    TEXT_MODELS,
    Architecture,
    TextShape,
    VisionShape,
    architecture,
)
from tilewise.faults import Fault, InputError

Weights = Mapping[str, torch.Tensor]
_RESNET_BLOCK = re.compile(r"visual\.layer(\d)\.(\d+)\.conv1\.weight")
_VIT_BLOCK = re.compile(r"visual\.transformer\.resblocks\.(\d+)\.ln_1\.weight")
_BERT_BLOCK = re.compile(r"bert\.encoder\.layer\.(\d+)\.output\.dense\.weight")


def detect(
    weights: Weights, where: str, vision_model: str | None = None, text_model: str | None = None
) -> Architecture:
    """Raises InputError when the weights are no known scale, or not the one that the caller names."""
    vision, text = vision_shape(weights, where), text_shape(weights, where)
    visions = {name: architecture(name).vision_shape() for name in SCALES}
    texts = {name: architecture("RN50", name).text_shape() for name in TEXT_MODELS}
    found_vision = _name(visions, vision, vision_model, where)
    found_text = _name(texts, text, text_model, where)
    return architecture(found_vision, found_text)


def vision_shape(weights: Weights, where: str) -> VisionShape:
    embedding = _get(weights, "text_projection", where).shape[1]
    resnet = [match.groups() for match in map(_RESNET_BLOCK.fullmatch, weights) if match]
    if resnet:
        stages = sorted({int(stage) for stage, _ in resnet})
        positions = _get(weights, "visual.attnpool.positional_embedding", where).shape[0]
        return VisionShape(
            width=_get(weights, "visual.layer1.0.conv1.weight", where).shape[0],
            layers=tuple(sum(int(stage) == each for stage, _ in resnet) for each in stages),
            patch=None,
            resolution=math.isqrt(positions - 1) * RESNET_STRIDE,
            embedding=embedding,
        )
    first = _get(weights, "visual.conv1.weight", where)
    positions = _get(weights, "visual.positional_embedding", where).shape[0]
    return VisionShape(
        width=first.shape[0],
        layers=(sum(bool(_VIT_BLOCK.fullmatch(name)) for name in weights),),
        patch=first.shape[-1],
        resolution=math.isqrt(positions - 1) * first.shape[-1],
        embedding=embedding,
    )


def text_shape(weights: Weights, where: str) -> TextShape:
    words = _get(weights, "bert.embeddings.word_embeddings.weight", where)
    return TextShape(
        width=words.shape[1],
        layers=sum(bool(_BERT_BLOCK.fullmatch(name)) for name in weights),
        inner=_get(weights, "bert.encoder.layer.0.intermediate.dense.weight", where).shape[0],
        positions=_get(weights, "bert.embeddings.position_embeddings.weight", where).shape[0],
        vocabulary=words.shape[0],
    )


def _name(
    known: Mapping[str, VisionShape] | Mapping[str, TextShape],
    found: VisionShape | TextShape,
    named: str | None,
    where: str,
) -> str:
    name = next((name for name, shape in known.items() if shape == found), None)
    if named is not None and named not in known:
        raise InputError(Fault(where, f"one of {', '.join(known)}", named))
    if named is not None and name != named:
        raise InputError(Fault(where, f"{named} ({known[named]})", f"{name or 'another'} ({found})"))
    if name is None:
        raise InputError(Fault(where, f"a tower of {', '.join(known)}", str(found)))
    return name


def _get(weights: Weights, name: str, where: str) -> torch.Tensor:
    if name not in weights:
        some = ", ".join(list(weights)[:3]) or "no weights"
        raise InputError(Fault(where, f"a Chinese-CLIP checkpoint with the weight {name}", f"{some}, ..."))
    return weights[name]
