"""Everything that the model card states, measured by one command."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tilewise import grids
from tilewise.grid_figures import GridFigures, measure
from tilewise.lite.build import load_lexicon
from tilewise.lite.word_figures import WordFigures, measure_words
from tilewise.onnx_model import OnnxModel

SEED = 7
WORD_SAMPLE = 4000
TIMED_TILES = 9
TIMED_RUNS = 20


@dataclass(frozen=True)
class Figures:
    """`grids` by half of the photographs and kind of word, such as `a everyday`; times in ms, the best run."""

    words: WordFigures
    grids: dict[str, GridFigures]
    bytes_image: int
    bytes_text: int
    milliseconds_one_tile: float
    milliseconds_nine_tiles: float
    milliseconds_text: float


def measure_all(folder: Path, dictionaries: Path, labels: Path | None, count: int) -> Figures:
    model = OnnxModel(folder)
    image, text = model.manifest["image"], model.manifest["text"]
    size = image["size"]
    rng = np.random.default_rng(SEED)
    tiles = rng.standard_normal((TIMED_TILES, 3, size, size)).astype(np.float32)
    return Figures(
        words=measure_words(model, load_lexicon(dictionaries), WORD_SAMPLE),
        grids={} if labels is None else _measure_grids(model, labels, count),
        bytes_image=image["bytes"],
        bytes_text=text["bytes"],
        milliseconds_one_tile=_best(lambda: model.run_image(tiles[:1])),
        milliseconds_nine_tiles=_best(lambda: model.run_image(tiles)),
        milliseconds_text=_best(lambda: model.text_features(["请选择所有的公交车", *model.distractors])),
    )


def _measure_grids(model: OnnxModel, labels: Path, count: int) -> dict[str, GridFigures]:
    photos = grids.load_photos(labels)
    found = {}
    for kind in ("everyday", "classes"):
        for split in ("a", "b"):
            half = grids.half(photos, split)
            questions = list(grids.make_questions(half, grids.words_of(kind), count, SEED))
            found[f"{split} {kind}"] = measure(model, questions)
    return found


def _best(run: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMED_RUNS):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
    return round(min(times) * 1000, 2)
