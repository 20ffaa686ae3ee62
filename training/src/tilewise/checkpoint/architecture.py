"""The scales of Chinese-CLIP: sizes from cn_clip's own configuration files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tilewise.checkpoint.cn_clip_model import clip_folder

# The five released scales: picture tower and the text tower that it was trained with.
SCALES = {
    "RN50": "RBT3-chinese",
    "ViT-B-16": "RoBERTa-wwm-ext-base-chinese",
    "ViT-L-14": "RoBERTa-wwm-ext-base-chinese",
    "ViT-L-14-336": "RoBERTa-wwm-ext-base-chinese",
    "ViT-H-14": "RoBERTa-wwm-ext-large-chinese",
}
TEXT_MODELS = tuple(dict.fromkeys(SCALES.values()))
# A ResNet halves the picture five times.
RESNET_STRIDE = 32


@dataclass(frozen=True)
class VisionShape:
    """What a picture tower's weights tell. `layers`: blocks of each ResNet stage, or one number for a ViT.

    `patch` is None for a ResNet; `resolution` is the side of the square in pixels.
    """

    width: int
    layers: tuple[int, ...]
    patch: int | None
    resolution: int
    embedding: int

    def __str__(self) -> str:
        if self.patch is None:
            kind = f"ResNet of {'-'.join(map(str, self.layers))} blocks"
        else:
            kind = f"ViT of {self.layers[0]} layers with patches of {self.patch}"
        return f"{kind}, width {self.width}, {self.resolution} pixels, embedding {self.embedding}"


@dataclass(frozen=True)
class TextShape:
    """What a text tower's weights tell."""

    width: int
    layers: int
    inner: int
    positions: int
    vocabulary: int

    def __str__(self) -> str:
        return f"BERT of {self.layers} layers, width {self.width}, {self.vocabulary} wordpieces"


@dataclass(frozen=True)
class Architecture:
    """A picture tower and a text tower; `vision` and `text` are fields of cn_clip's configuration files."""

    vision_model: str
    text_model: str
    vision: dict[str, Any]
    text: dict[str, Any]

    @property
    def resolution(self) -> int:
        return int(self.vision["image_resolution"])

    @property
    def embedding(self) -> int:
        return int(self.vision["embed_dim"])

    @property
    def arguments(self) -> dict[str, Any]:
        """Keyword arguments of cn_clip's CLIP."""
        return {**self.vision, **self.text}

    def vision_shape(self) -> VisionShape:
        layers = self.vision["vision_layers"]
        return VisionShape(
            width=self.vision["vision_width"],
            layers=tuple(layers) if isinstance(layers, list) else (layers,),
            patch=self.vision["vision_patch_size"],
            resolution=self.resolution,
            embedding=self.embedding,
        )

    def text_shape(self) -> TextShape:
        return TextShape(
            width=self.text["text_hidden_size"],
            layers=self.text["text_num_hidden_layers"],
            inner=self.text["text_intermediate_size"],
            positions=self.text["text_max_position_embeddings"],
            vocabulary=self.text["vocab_size"],
        )


@cache
def architecture(vision_model: str, text_model: str | None = None) -> Architecture:
    """Of two names as cn_clip spells them. Raises ValueError for a name that it does not know."""
    text_model = text_model or SCALES.get(vision_model, "")
    if vision_model not in SCALES:
        raise ValueError(f"--vision-model: expected one of {', '.join(SCALES)}, found {vision_model}")
    if text_model not in TEXT_MODELS:
        raise ValueError(f"--text-model: expected one of {', '.join(TEXT_MODELS)}, found {text_model}")
    vision = _read(vision_model)
    # RN50's file holds its list as a string; cn_clip calls eval() on it.
    if isinstance(vision["vision_layers"], str):
        vision["vision_layers"] = json.loads(vision["vision_layers"])
    return Architecture(vision_model, text_model, vision, _read(text_model))


def _read(name: str) -> dict[str, Any]:
    path: Path = clip_folder() / "model_configs" / f"{name}.json"
    fields: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return fields
