"""How often a model is right on picture questions: tiles, whole grids, and whole grids when the count is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tilewise.grids import Question
from tilewise.onnx_model import Decision, Features, OnnxModel

CALIBRATION_BINS = 10


@dataclass(frozen=True)
class GridFigures:
    """Shares from 0 to 1; `calibration_error` is the expected calibration error over tiles, ten bins."""

    grids: int
    tile_accuracy: float
    grid_accuracy: float
    grid_accuracy_with_count: float
    grids_with_unsure_tiles: float
    sure_grid_accuracy: float
    calibration_error: float


class Album:
    """Every picture is encoded once, however many questions show it."""

    def __init__(self, model: OnnxModel, questions: Sequence[Question]) -> None:
        self._model = model
        paths = sorted({tile.path for question in questions for tile in question.tiles})
        self._rows: dict[Path, int] = {path: row for row, path in enumerate(paths)}
        self._features = model.image_features(paths)
        self._words: dict[str, Features] = {}

    def probabilities(self, question: Question) -> Features:
        if question.word not in self._words:
            self._words[question.word] = self._model.text_features([question.word])[0]
        rows = [self._rows[tile.path] for tile in question.tiles]
        return self._model.probabilities(self._features[rows], self._words[question.word])


def measure(model: OnnxModel, questions: Sequence[Question]) -> GridFigures:
    if not questions:
        raise ValueError("expected at least one question, found none")
    album = Album(model, questions)
    scores = np.stack([album.probabilities(question) for question in questions])
    truth = np.zeros(scores.shape, bool)
    for row, question in enumerate(questions):
        truth[row, list(question.answer)] = True
    return figures(scores, truth, model.decision)


def figures(scores: npt.NDArray[np.floating], truth: npt.NDArray[np.bool_], decision: Decision) -> GridFigures:
    """`scores` and `truth` [grids, tiles]."""
    right = (scores >= decision.threshold) == truth
    places = np.argsort(np.argsort(-scores, axis=1, kind="stable"), axis=1)
    with_count = (places < truth.sum(axis=1, keepdims=True)) == truth
    unsure = ((scores >= decision.unsure_above) & (scores < decision.unsure_below)).any(axis=1)
    sure_right = right.all(axis=1)[~unsure]
    return GridFigures(
        grids=len(scores),
        tile_accuracy=round(float(right.mean()), 4),
        grid_accuracy=round(float(right.all(axis=1).mean()), 4),
        grid_accuracy_with_count=round(float(with_count.all(axis=1).mean()), 4),
        grids_with_unsure_tiles=round(float(unsure.mean()), 4),
        sure_grid_accuracy=round(float(sure_right.mean()), 4) if sure_right.size else 1.0,
        calibration_error=round(calibration_error(scores.ravel(), truth.ravel()), 4),
    )


def calibration_error(scores: npt.NDArray[np.floating], truth: npt.NDArray[np.bool_]) -> float:
    bins = np.minimum((scores * CALIBRATION_BINS).astype(int), CALIBRATION_BINS - 1)
    error = 0.0
    for index in range(CALIBRATION_BINS):
        inside = bins == index
        if inside.any():
            error += float(inside.mean() * abs(scores[inside].mean() - truth[inside].mean()))
    return error
