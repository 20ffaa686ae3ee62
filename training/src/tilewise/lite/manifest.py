"""model.json: everything the extension must know about the two ONNX files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from tilewise.lite.backbone import IMAGE_SIZE
from tilewise.lite.image_tower import LOGIT_SCALE
from tilewise.preprocess import MEAN, STD
from tilewise.tokenizer import CONTEXT_LENGTH

FORMAT = "tilewise-model/1"
NAME, VERSION = "cn-clip-lite", "1.0.0"
# A word that names nothing in the taxonomy, so its text embedding is the constant dimension.
DISTRACTORS = ("其他",)


def file_facts(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"file": path.name, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}


def write_manifest(folder: Path, dimension: int, vocabulary_size: int) -> Path:
    """Describes `image.onnx`, `text.onnx` and `vocab.txt` of the folder."""
    manifest = {
        "format": FORMAT,
        "name": NAME,
        "version": VERSION,
        "image": {
            **file_facts(folder / "image.onnx"),
            "input": "image",
            "output": "unnorm_image_features",
            "size": IMAGE_SIZE,
            "resize": "pil-bicubic-squash",
            "mean": list(MEAN),
            "std": list(STD),
        },
        "text": {
            **file_facts(folder / "text.onnx"),
            "input": "text",
            "output": "unnorm_text_features",
            "contextLength": CONTEXT_LENGTH,
            "vocabulary": {**file_facts(folder / "vocab.txt"), "size": vocabulary_size},
        },
        "embeddingDimension": dimension,
        "logitScale": LOGIT_SCALE,
        "distractors": list(DISTRACTORS),
        "unknown": {"distractorCosine": 0.6},
        "decision": {"threshold": 0.5, "unsureBelow": 0.7, "unsureAbove": 0.3},
        "licence": "Apache-2.0",
    }
    path = folder / "model.json"
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path
