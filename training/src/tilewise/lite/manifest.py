"""model.json: everything the extension must know about the two ONNX files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from tilewise.lite.backbone import IMAGE_SIZE
from tilewise.lite.image_tower import LOGIT_SCALE
from tilewise.onnx_model import read_manifest
from tilewise.preprocess import MEAN, STD
from tilewise.tokenizer import CONTEXT_LENGTH

FORMAT = "tilewise-model/1"
NAME, VERSION = "cn-clip-lite", "1.1.0"
# A word that names nothing in the taxonomy, so its text embedding is the constant dimension.
DISTRACTORS = ("其他",)
# Texts are nearly one-hot: from 0.3 to 0.95 this moves held-out refusals and known words by half a percent.
UNKNOWN_COSINE = 0.5
THRESHOLD = 0.5
# Nearly half of the tiles that are wrong on photographs lie here, and 6 of 1000 tiles in all.
UNSURE_ABOVE, UNSURE_BELOW = 0.25, 0.75
# Pictures are compared by what is known of them; the constant and the padding, which come last, are in all of them.
PADDING = 2
# Fitted on grids of half a of 200 photographs; what half b then gave stands in the model card.
EXAMPLE_WEIGHTS = {"constant": -1.553, "own": 17.316, "least": -9.807, "most": -6.116}
EXAMPLE_DECISION = {"threshold": 0.5, "unsureBelow": 0.9, "unsureAbove": 0.1}


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
        "unknown": {"distractorCosine": UNKNOWN_COSINE},
        "decision": {"threshold": THRESHOLD, "unsureBelow": UNSURE_BELOW, "unsureAbove": UNSURE_ABOVE},
        "example": {
            "dimensions": dimension - PADDING,
            "weights": EXAMPLE_WEIGHTS,
            "decision": EXAMPLE_DECISION,
        },
        "licence": "Apache-2.0",
    }
    return _write(folder, manifest)


def replace_image(folder: Path) -> Path:
    """Describes another `image.onnx` of the same shape; a decision that was fitted to the one before is taken out."""
    manifest = read_manifest(folder / "model.json")
    manifest["version"] = VERSION
    manifest["image"].update(file_facts(folder / "image.onnx"))
    manifest["decision"].pop("calibration", None)
    return _write(folder, manifest)


def _write(folder: Path, manifest: dict[str, Any]) -> Path:
    path = folder / "model.json"
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path
