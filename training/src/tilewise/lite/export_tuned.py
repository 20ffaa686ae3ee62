"""A checkpoint of the embedded model -> a folder like the one it came from; that both say the same is measured."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from tilewise.checkpoint.load import Checkpoint
from tilewise.export.files import file_facts
from tilewise.export.graph import IMAGE_PORT, TEXT_PORT
from tilewise.export.model_json import FILE, write_manifest_file
from tilewise.export.parity import Parity, Probe, measure_parity, probe_images, probe_texts, reference_features
from tilewise.lite.lite_model import LITE, LiteClip, build_lite_model
from tilewise.onnx_export import Port, export_onnx
from tilewise.staging import staged_folder
from tilewise.tokenizer import CONTEXT_LENGTH, find_vocabulary


@dataclass(frozen=True)
class TunedName:
    """Of the exported model; no licence: that of the base."""

    name: str
    version: str
    licence: str | None


def export_tuned(checkpoint: Checkpoint, out: Path, name: TunedName, force: bool) -> dict[str, Any]:
    """Raises ValueError when a file says something else than PyTorch. Weights are stored as halves, like the base's."""
    model = build_lite_model(checkpoint.extra, checkpoint.weights, str(checkpoint.path))
    base = model.base.manifest
    with staged_folder(out, force) as stage:
        image, text = stage / base["image"]["file"], stage / base["text"]["file"]
        example = torch.zeros(2, 3, model.base.size, model.base.size)
        export_onnx(model.image, Port(IMAGE_PORT.input, IMAGE_PORT.output, example), image)
        text.write_bytes(model.reader.model.SerializeToString())
        vocabulary = stage / base["text"]["vocabulary"]["file"]
        shutil.copyfile(find_vocabulary(), vocabulary)
        parities = _measure(model, image, text)
        manifest = {
            **base,
            "name": name.name,
            "version": name.version,
            "image": {**base["image"], **file_facts(image)},
            "text": {
                **base["text"],
                **file_facts(text),
                "vocabulary": {**base["text"]["vocabulary"], **file_facts(vocabulary)},
            },
            "embeddingDimension": base["embeddingDimension"] + len(model.words.added),
            "licence": name.licence or base["licence"],
        }
        write_manifest_file(stage / FILE, manifest)
        files = [file_facts(path) for path in sorted(stage.iterdir())]
    return {
        "vision_model": LITE, "text_model": LITE, "described": "fp16 weights",
        "parity": [parity.record() for parity in parities], "files": files,
    }  # fmt: skip


def _measure(model: LiteClip, image: Path, text: Path) -> list[Parity]:
    def encode(pixels: Tensor) -> Tensor:
        features: Tensor = model.image(pixels)
        return features

    images, texts = probe_images(model.base.size), probe_texts(CONTEXT_LENGTH)
    probes = (
        (image, Probe("image", IMAGE_PORT, images, reference_features(encode, images))),
        (text, Probe("text", TEXT_PORT, texts, reference_features(model.encode_text, texts))),
    )
    found = [parity for path, probe in probes for parity in measure_parity(path, probe, "fp16")]
    failed = [str(parity) for parity in found if not parity.holds]
    if failed:
        raise ValueError(f"{image.name}, {text.name}: expected the features of PyTorch, found {'; '.join(failed)}")
    return found
