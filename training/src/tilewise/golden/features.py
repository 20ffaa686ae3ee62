"""Features that Python's ONNX Runtime computes with a model, from probe pictures and texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray

from tilewise.golden.pictures import Picture
from tilewise.golden.resize import squash
from tilewise.tokenizer import Tokenizer, load_vocabulary

PICTURES = [
    Picture(97, 131, "mixed", 1),
    Picture(224, 224, "gradient", 2),
    Picture(301, 203, "edges", 3),
    Picture(120, 120, "noise", 4),
]
TEXTS = ["公交车", "一只猫", "请选择所有的自行车", "traffic light"]
# Far below the tolerance of 1e-4.
DIGITS = 7

Floats = NDArray[np.float32]


def feature_cases(model: Path) -> dict[str, Any]:
    """L2-normalised rows; the hashes tell a test whether the golden file belongs to the model at hand."""
    config = json.loads((model / "model.json").read_text(encoding="utf-8"))
    image, text = config["image"], config["text"]
    tokenizer = Tokenizer(load_vocabulary(model / text["vocabulary"]["file"]))
    rows = np.array(tokenizer.rows(TEXTS, text["contextLength"]), dtype=np.int64)
    return {
        "imageSha256": image["sha256"],
        "textSha256": text["sha256"],
        "images": [
            {"width": p.width, "height": p.height, "kind": p.kind, "seed": p.seed, "vector": vector}
            for p, vector in zip(PICTURES, _run(model, image, _batch(image)), strict=True)
        ],
        "texts": [
            {"text": words, "vector": vector} for words, vector in zip(TEXTS, _run(model, text, rows), strict=True)
        ],
    }


def _batch(image: dict[str, Any]) -> Floats:
    """[pictures, 3, size, size], normalised in 32 bits as torchvision's ToTensor and Normalize do."""
    pixels = np.stack([squash(picture.rgba(), image["size"]) for picture in PICTURES]).astype(np.float32)
    mean = np.array(image["mean"], dtype=np.float32)
    std = np.array(image["std"], dtype=np.float32)
    normalised: Floats = (pixels / np.float32(255) - mean) / std
    return np.ascontiguousarray(normalised.transpose(0, 3, 1, 2))


def _run(model: Path, part: dict[str, Any], batch: NDArray[Any]) -> list[list[float]]:
    session = onnxruntime.InferenceSession(model / part["file"], providers=["CPUExecutionProvider"])
    features = np.asarray(session.run([part["output"]], {part["input"]: batch})[0])
    unit = features / np.linalg.norm(features, axis=1, keepdims=True)
    return [[round(float(value), DIGITS) for value in row] for row in unit]
