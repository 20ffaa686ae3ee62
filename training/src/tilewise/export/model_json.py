"""model.json of an exported Chinese-CLIP: what the extension must know (src/engine/model-config.ts is its schema)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tilewise.checkpoint.architecture import Architecture
from tilewise.export.files import file_facts, graph_facts, onnx_file
from tilewise.export.graph import IMAGE_PORT, TEXT_PORT
from tilewise.preprocess import MEAN, STD

FORMAT = "tilewise-model/1"
FILE = "model.json"
VOCABULARY_FILE = "vocab.txt"


@dataclass(frozen=True)
class Description:
    """What the weights do not tell.

    `distractors`: texts that a word is weighed against. `decision`: threshold, and the range that counts as unsure;
    plain ones until the model is calibrated.
    """

    version: str = "1.0.0"
    distractors: tuple[str, ...] = ("其他",)
    threshold: float = 0.5
    unsure_above: float = 0.3
    unsure_below: float = 0.7
    licence: str = "as the checkpoint's"

    def __post_init__(self) -> None:
        if not self.distractors or not all(self.distractors):
            raise ValueError(f"--distractors: expected at least one text, found {self.distractors}")


@dataclass(frozen=True)
class Exported:
    """What was exported under `name`, and the precision that model.json shall name."""

    name: str
    architecture: Architecture
    precision: str
    context_length: int
    logit_scale: float


def write_model_json(folder: Path, exported: Exported, description: Description) -> None:
    """Describes the files of one precision in `folder`, and the vocabulary that was copied there."""
    name, arch, precision = exported.name, exported.architecture, exported.precision
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "name": name,
        "version": description.version,
        "image": {
            **graph_facts(onnx_file(folder, name, "image", precision)),
            "input": IMAGE_PORT.input,
            "output": IMAGE_PORT.output,
            "size": arch.resolution,
            "resize": "pil-bicubic-squash",
            "mean": list(MEAN),
            "std": list(STD),
        },
        "text": {
            **graph_facts(onnx_file(folder, name, "text", precision)),
            "input": TEXT_PORT.input,
            "output": TEXT_PORT.output,
            "contextLength": exported.context_length,
            "vocabulary": {**file_facts(folder / VOCABULARY_FILE), "size": arch.text_shape().vocabulary},
        },
        "embeddingDimension": arch.embedding,
        "logitScale": exported.logit_scale,
        "distractors": list(description.distractors),
        "decision": {
            "threshold": description.threshold,
            "unsureBelow": description.unsure_below,
            "unsureAbove": description.unsure_above,
        },
        "licence": description.licence,
        "precision": precision,
        "visionModel": arch.vision_model,
        "textModel": arch.text_model,
    }
    write_manifest_file(folder / FILE, manifest)


def write_manifest_file(path: Path, manifest: dict[str, Any]) -> None:
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
