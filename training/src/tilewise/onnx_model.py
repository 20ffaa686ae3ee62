"""A model folder (model.json, two ONNX files, vocabulary) on ONNX Runtime: the twin of the extension's engine."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped]
from PIL import Image

from tilewise.preprocess import normalised_pixels
from tilewise.tokenizer import Tokenizer, load_vocabulary

Features = npt.NDArray[np.float32]
BATCH = 32


@dataclass(frozen=True)
class Decision:
    """The threshold of `yes`, and the range of probabilities that counts as unsure."""

    threshold: float
    unsure_above: float
    unsure_below: float


class OnnxModel:
    def __init__(self, folder: Path, threads: int = 2) -> None:
        self.manifest = read_manifest(folder / "model.json")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._image, self._text = self.manifest["image"], self.manifest["text"]
        self._image_session = onnxruntime.InferenceSession(folder / self._image["file"], options)
        self._text_session = onnxruntime.InferenceSession(folder / self._text["file"], options)
        self._tokenizer = Tokenizer(load_vocabulary(folder / self._text["vocabulary"]["file"]))
        decision = self.manifest["decision"]
        self.decision = Decision(decision["threshold"], decision["unsureAbove"], decision["unsureBelow"])
        self.distractors: list[str] = self.manifest["distractors"]
        # Models without this figure know every word.
        self.unknown_cosine: float = self.manifest.get("unknown", {}).get("distractorCosine", math.inf)

    def pixels(self, path: Path) -> Features:
        """[3, size, size]: squashed with Pillow's bicubic, then CN-CLIP's mean and deviation a channel."""
        with Image.open(path) as picture:
            return normalised_pixels(picture, self._image["size"], self._image["mean"], self._image["std"])

    def image_features(self, paths: Sequence[Path]) -> Features:
        """Unit rows [pictures, dimension]."""
        rows = []
        for start in range(0, len(paths), BATCH):
            batch = np.stack([self.pixels(path) for path in paths[start : start + BATCH]])
            rows.append(self.run_image(batch))
        return unit(np.concatenate(rows))

    def run_image(self, batch: Features) -> Features:
        """`unnorm_image_features` of prepared pixels [B, 3, size, size]."""
        output: Features = self._image_session.run([self._image["output"]], {self._image["input"]: batch})[0]
        return output

    def text_features(self, texts: Sequence[str]) -> Features:
        """Unit rows [texts, dimension]."""
        rows = []
        for start in range(0, len(texts), BATCH):
            ids = self._tokenizer.rows(texts[start : start + BATCH], self._text["contextLength"])
            feed = {self._text["input"]: np.array(ids, np.int64)}
            rows.append(self._text_session.run([self._text["output"]], feed)[0])
        return unit(np.concatenate(rows))

    def probabilities(self, images: Features, word: Features) -> Features:
        """Softmax over [distractors, word], the word's column: one number a picture."""
        texts = np.concatenate([self.text_features(self.distractors), word[None]])
        logits = self.manifest["logitScale"] * images @ texts.T
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        chosen: Features = shares[:, -1] / shares.sum(axis=1)
        return chosen


def unit(rows: Features) -> Features:
    lengths: Features = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / lengths


def read_manifest(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise ValueError(f"expected a model description at {path}, found none")
    manifest = json.loads(path.read_text(encoding="utf-8"))
    if manifest.get("format") != "tilewise-model/1":
        raise ValueError(f"{path}: expected format tilewise-model/1, found {manifest.get('format')!r}")
    return dict(manifest)
