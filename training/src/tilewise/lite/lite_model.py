"""The embedded model as it is trained further: a frozen base, an addition that learns, the base's own text graph."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from tilewise.faults import Fault, InputError
from tilewise.lite.added_words import is_spelled
from tilewise.lite.backbone import load_backbone
from tilewise.lite.graph_weights import fill_backbone, read_backbone
from tilewise.lite.image_tower import ImageFeatures, Reading
from tilewise.lite.taxonomy import Nodes
from tilewise.lite.text_reader import TextReader
from tilewise.lite.trunk import FastTrunk
from tilewise.lite.tuned_image import TunedImageFeatures
from tilewise.onnx_model import read_manifest
from tilewise.tokenizer import CONTEXT_LENGTH, Tokenizer, find_vocabulary, load_vocabulary

LITE = "cn-clip-lite"
_BACKBONE = "lite1"


@dataclass(frozen=True)
class Base:
    """The files of the model that training starts from: model.json, the text graph, and what each node is.

    backbone: weights as `read_backbone` gives them; none where a checkpoint brings its own.
    """

    manifest: dict[str, Any]
    text_graph: bytes
    nodes: Nodes
    backbone: tuple[Tensor, ...] | None = None

    @property
    def size(self) -> int:
        return int(self.manifest["image"]["size"])


@dataclass(frozen=True)
class Vocabulary:
    """Texts trained on: `nodes` of the base that change, and texts that the base does not know, each a dimension."""

    nodes: tuple[int, ...]
    added: tuple[str, ...]


class LiteClip(nn.Module):
    """Chinese-CLIP's face: `model(images, texts)`, encode_image, encode_text, logit_scale.

    images may be pixels [B, 3, 224, 224] or what `trunk` made of them, which never changes.
    """

    logit_scale: Tensor

    def __init__(self, base: Base, words: Vocabulary) -> None:
        super().__init__()
        backbone = load_backbone(_BACKBONE)
        if base.backbone is not None:
            fill_backbone(backbone, base.backbone, base.manifest["image"]["file"])
        tower = ImageFeatures(backbone, base.nodes, Reading())
        self.image = TunedImageFeatures(tower, words.nodes, len(words.added))
        self.trunk = FastTrunk(tower)
        self.base, self.words = base, words
        self.reader = TextReader(base.text_graph, token_rows(words.added))
        self.register_buffer("logit_scale", torch.tensor(math.log(base.manifest["logitScale"])))

    def train(self, mode: bool = True) -> LiteClip:
        super().train(mode)
        self.image.base.eval()
        return self

    def encode_image(self, images: Tensor) -> Tensor:
        return self.image.embed(self.trunk(images) if images.dim() == 4 else images)

    def encode_text(self, texts: Tensor) -> Tensor:
        return self.reader(texts)

    def forward(self, images: Tensor, texts: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        rows = (self.encode_image(images), self.encode_text(texts))
        image, text = (nn.functional.normalize(features, dim=-1) for features in rows)
        return image, text, self.logit_scale.exp()


def read_base(folder: Path) -> Base:
    """Raises InputError when the folder holds no embedded model."""
    try:
        manifest = read_manifest(folder / "model.json")
    except ValueError as error:
        found = "none (--base names it)"
        raise InputError(Fault(str(folder), "the folder of the embedded model, with model.json", found)) from error
    graph, where = onnx.load(folder / manifest["image"]["file"]), str(folder)
    texts = (folder / manifest["text"]["file"]).read_bytes()
    return Base(manifest, texts, read_nodes(graph, where), read_backbone(graph, where))


def read_nodes(graph: onnx.ModelProto, where: str) -> Nodes:
    """What each dimension is, from the matrix in the image graph."""
    matrix = next((value for value in graph.graph.initializer if value.name in ("groups", "groups.half")), None)
    if matrix is None:
        raise InputError(Fault(where, f"an image graph of {LITE}, with its matrix of groups", "none"))
    nodes = Nodes()
    for column in numpy_helper.to_array(matrix).T:
        nodes.add(np.flatnonzero(column).tolist())
    return nodes


def choose_words(base: Base, texts: Sequence[str]) -> Vocabulary:
    """Which node each text points at; what points at none is to be added.

    Raises InputError for one to be added that the vocabulary cannot spell: other words would be taken for it.
    """
    spelled = token_rows(texts)
    rows = nn.functional.normalize(TextReader(base.text_graph, token_rows(()))(torch.from_numpy(spelled)))
    distractors = torch.from_numpy(token_rows(base.manifest["distractors"]))
    other = nn.functional.normalize(TextReader(base.text_graph, token_rows(()))(distractors))
    unknown = (rows @ other.T).amax(dim=1) >= base.manifest["unknown"]["distractorCosine"]
    places = rows[:, : len(base.nodes)].argmax(dim=1).tolist()
    nodes = dict.fromkeys(place for place, strange in zip(places, unknown.tolist(), strict=True) if not strange)
    added = {text: row for text, row, strange in zip(texts, spelled, unknown.tolist(), strict=True) if strange}
    lost = [text for text, row in added.items() if not is_spelled(row)]
    if lost:
        expected = "a word of which the vocabulary has half of the characters"
        raise InputError(Fault(text, expected, "one whose characters it lacks") for text in lost)
    return Vocabulary(tuple(nodes), tuple(added))


def token_rows(texts: Sequence[str]) -> np.ndarray[Any, np.dtype[np.int64]]:
    tokenizer = Tokenizer(load_vocabulary(find_vocabulary()))
    return np.array(tokenizer.rows(texts, CONTEXT_LENGTH), np.int64).reshape(-1, CONTEXT_LENGTH)


def describe(model: LiteClip) -> dict[str, Any]:
    """What a checkpoint holds beside the weights, to build the model again without the folder it came from."""
    graph = torch.frombuffer(bytearray(model.base.text_graph), dtype=torch.uint8)
    return {
        "vision_model": LITE,
        "text_model": LITE,
        "lite": {
            "manifest": json.dumps(model.base.manifest, ensure_ascii=False),
            "text_graph": graph,
            "nodes": [sorted(classes) for classes in model.base.nodes.sets],
            "words": list(model.words.nodes),
            "added": list(model.words.added),
        },
    }


def is_lite(extra: Mapping[str, Any]) -> bool:
    return extra.get("vision_model") == LITE and isinstance(extra.get("lite"), dict)


def build_lite_model(extra: Mapping[str, Any], weights: Mapping[str, Tensor], where: str) -> LiteClip:
    """From a checkpoint. Raises InputError when the weights are not its own."""
    kept = extra["lite"]
    nodes = Nodes()
    for classes in kept["nodes"]:
        nodes.add(classes)
    base = Base(json.loads(kept["manifest"]), kept["text_graph"].numpy().tobytes(), nodes)
    model = LiteClip(base, Vocabulary(tuple(kept["words"]), tuple(kept["added"])))
    try:
        model.load_state_dict(dict(weights))
    except RuntimeError as error:
        raise InputError(Fault(where, f"the weights of {LITE}", str(error).splitlines()[-1].strip())) from error
    return model.eval()
