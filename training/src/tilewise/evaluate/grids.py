"""Picture questions as `npm run evaluate` counts them, with its plain threshold and count."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tilewise.dataset.layout import parse_json_object
from tilewise.dataset.lines import Line, read_lines
from tilewise.evaluate.encoder import Encoder, Features, Rules
from tilewise.faults import Fault, InputError, shorten


@dataclass(frozen=True)
class Grid:
    """`answer`: positions of the right tiles, from 0. `count`: the line's, or the number of right tiles."""

    text: str
    tiles: tuple[Path, ...]
    answer: frozenset[int]
    count: int


def read_grids(path: Path) -> list[Grid]:
    """`{"text", "tiles", "answer", "count"?}` a line, paths relative to the file. Raises InputError naming the line."""
    if not path.is_file():
        raise InputError(Fault(str(path), "a file of grids", "none"))
    grids = [_parse(line) for line in read_lines(path)]
    if not grids:
        raise InputError(Fault(str(path), "a grid a line", "none"))
    return grids


def evaluate_grids(encoder: Encoder, grids: Sequence[Grid]) -> dict[str, Any]:
    """The object of `npm run -s evaluate -- --json`: every picture is encoded once."""
    paths = list(dict.fromkeys(tile for grid in grids for tile in grid.tiles))
    start = time.perf_counter()
    features = encoder.images((str(path), path.read_bytes()) for path in paths)
    seconds = time.perf_counter() - start
    rows = {path: row for row, path in enumerate(paths)}
    probabilities = _Probabilities(encoder)
    outcomes = [_outcome(grid, probabilities, features, rows) for grid in grids]
    texts = dict.fromkeys(grid.text for grid in grids)
    by_text = {
        text: _accuracy([outcome for grid, outcome in zip(grids, outcomes, strict=True) if grid.text == text])
        for text in texts
    }
    return {**_accuracy(outcomes), "tilesPerSecond": len(paths) / seconds, "byText": by_text}


@dataclass(frozen=True)
class _Outcome:
    tiles: int
    wrong: int
    wrong_with_count: int


class _Probabilities:
    """softmax(logit scale * cosine) over the distractors and the word: the word's share, a tile."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.rules: Rules = encoder.rules
        self._distractors = encoder.texts(self.rules.distractors)
        self._words: dict[str, Features] = {}

    def of(self, text: str, tiles: Features) -> Features | None:
        """None for a word that the model does not know: nothing is chosen for it."""
        if text not in self._words:
            self._words[text] = self._encoder.texts([text])
        word = self._words[text]
        limit = self.rules.unknown_cosine
        if limit is not None and float((self._distractors @ word[0]).max()) >= limit:
            return None
        logits = self.rules.logit_scale * (tiles @ np.concatenate([self._distractors, word]).T)
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        chosen: Features = shares[:, -1] / shares.sum(axis=1)
        return chosen


def _outcome(grid: Grid, model: _Probabilities, features: Features, rows: Mapping[Path, int]) -> _Outcome:
    found = model.of(grid.text, features[[rows[tile] for tile in grid.tiles]])
    if found is None:
        return _Outcome(len(grid.tiles), len(grid.answer), len(grid.answer))
    chosen = set(np.flatnonzero(found >= model.rules.threshold).tolist())
    # The earlier of equals, as in the extension.
    counted = set(np.argsort(-found, kind="stable")[: grid.count].tolist())
    return _Outcome(len(grid.tiles), len(chosen ^ grid.answer), len(counted ^ grid.answer))


def _accuracy(outcomes: Sequence[_Outcome]) -> dict[str, Any]:
    tiles = sum(outcome.tiles for outcome in outcomes)
    return {
        "grids": len(outcomes),
        "tileAccuracy": 1 - sum(outcome.wrong for outcome in outcomes) / tiles,
        "gridAccuracy": sum(not outcome.wrong for outcome in outcomes) / len(outcomes),
        "gridAccuracyWithCount": sum(not outcome.wrong_with_count for outcome in outcomes) / len(outcomes),
    }


def _parse(line: Line) -> Grid:
    record = parse_json_object(line.text(), line.where)
    text, tiles, answer = (record.get(name) for name in ("text", "tiles", "answer"))
    if not isinstance(text, str) or not text.strip():
        raise InputError(Fault(line.where, 'the field "text" with the thing asked for', shorten(text)))
    if not isinstance(tiles, list) or not tiles or not all(isinstance(tile, str) for tile in tiles):
        raise InputError(Fault(line.where, 'the field "tiles" with paths of pictures', shorten(tiles)))
    positions = list(_positions(answer, len(tiles), line.where))
    if len(set(positions)) < len(positions):
        raise InputError(Fault(line.where, 'each position of "answer" once', shorten(answer)))
    count = record.get("count", len(positions))
    if not isinstance(count, int) or isinstance(count, bool) or not 0 <= count <= len(tiles):
        raise InputError(Fault(line.where, f'the field "count" from 0 to {len(tiles)}', shorten(count)))
    paths = tuple((line.path.parent / tile).resolve() for tile in tiles)
    for path in paths:
        if not path.is_file():
            raise InputError(Fault(line.where, f"a picture at {path}", "none"))
    return Grid(text, paths, frozenset(positions), count)


def _positions(answer: object, tiles: int, where: str) -> Iterator[int]:
    if not isinstance(answer, list):
        raise InputError(Fault(where, 'the field "answer" with positions', shorten(answer)))
    for position in answer:
        if not isinstance(position, int) or isinstance(position, bool) or not 0 <= position < tiles:
            raise InputError(Fault(where, f'positions of "answer" from 0 to {tiles - 1}', shorten(position)))
        yield position
