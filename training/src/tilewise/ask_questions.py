"""Picture questions beyond one thing from labelled photographs, to measure a model with `npm run -s asks`."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tilewise.grids import TILES, Photo, Word

KINDS = ("several", "without", "order", "example")
# A word that more photographs show than this makes no fair question.
LARGEST_SHARE = 0.3
ORDERED_THINGS = 3
# An example stands for the smallest group it is in; of these a half has a few photographs.
EXAMPLE_GROUP = (3, 14)
# Groups of at most so many classes: what shares one with the example is no clear "other thing".
SMALL_GROUP = 60
# Draws after which photographs are too few for a kind of question.
MOST_DRAWS = 20_000


@dataclass(frozen=True)
class Pool:
    """A word with the photographs that show it."""

    word: Word
    photos: tuple[Photo, ...]


@dataclass(frozen=True)
class AskQuestion:
    asked: dict[str, Any]
    tiles: tuple[Photo, ...]
    answer: tuple[int, ...]


def pools_of(words: list[Word], photos: list[Photo]) -> list[Pool]:
    """The words that some photographs show, and not too many."""
    pools = [Pool(word, tuple(photo for photo in photos if photo.image_class in word.classes)) for word in words]
    return [pool for pool in pools if 1 <= len(pool.photos) <= LARGEST_SHARE * len(photos)]


def _shuffled(asked: dict[str, Any], right: list[Photo], wrong: list[Photo], rng: random.Random) -> AskQuestion:
    """The answer names the right photographs in the sequence in which they were given."""
    places = list(range(len(right) + len(wrong)))
    rng.shuffle(places)
    photos = right + wrong
    tiles = tuple(photos[place] for place in places)
    return AskQuestion(asked, tiles, tuple(places.index(place) for place in range(len(right))))


def _others(photos: list[Photo], classes: frozenset[int]) -> list[Photo]:
    return [photo for photo in photos if photo.image_class not in classes]


def _several(pools: list[Pool], photos: list[Photo], rng: random.Random) -> AskQuestion | None:
    a, b = rng.sample(pools, 2)
    if a.word.classes & b.word.classes:
        return None
    right = [p for pool in (a, b) for p in rng.sample(pool.photos, min(len(pool.photos), rng.randint(1, 2)))]
    wrong = rng.sample(_others(photos, a.word.classes | b.word.classes), TILES - len(right))
    return _shuffled({"texts": [a.word.text, b.word.text]}, right, wrong, rng)


def _without(pools: list[Pool], photos: list[Photo], rng: random.Random) -> AskQuestion | None:
    pool = rng.choice(pools)
    if len(pool.photos) < 2:
        return None
    wrong = rng.sample(pool.photos, min(len(pool.photos), rng.randint(2, 5)))
    right = rng.sample(_others(photos, pool.word.classes), TILES - len(wrong))
    return _shuffled({"not": [pool.word.text]}, right, wrong, rng)


def _order(pools: list[Pool], photos: list[Photo], rng: random.Random) -> AskQuestion | None:
    chosen = rng.sample(pools, ORDERED_THINGS)
    classes = frozenset().union(*(pool.word.classes for pool in chosen))
    if len(classes) < sum(len(pool.word.classes) for pool in chosen):
        return None
    right = [rng.choice(pool.photos) for pool in chosen]
    wrong = rng.sample(_others(photos, classes), TILES - ORDERED_THINGS)
    return _shuffled({"order": [pool.word.text for pool in chosen]}, right, wrong, rng)


def _example(pools: list[Pool], photos: list[Photo], rng: random.Random) -> AskQuestion | None:
    least, most = EXAMPLE_GROUP
    groups = [pool for pool in pools if least <= len(pool.photos) <= most]
    smallest = [pool for pool in groups if not any(set(o.photos) < set(pool.photos) for o in groups)]
    if not smallest:
        return None
    pool = rng.choice(smallest)
    example, *same = rng.sample(pool.photos, len(pool.photos))
    near = [
        o.word.classes for o in pools if example.image_class in o.word.classes and len(o.word.classes) <= SMALL_GROUP
    ]
    right = same[: rng.randint(1, 4)]
    wrong = rng.sample(_others(photos, pool.word.classes.union(*near)), TILES - len(right))
    return _shuffled({"example": example}, right, wrong, rng)


_DRAW: dict[str, Callable[[list[Pool], list[Photo], random.Random], AskQuestion | None]] = {
    "several": _several,
    "without": _without,
    "order": _order,
    "example": _example,
}


def make_asks(photos: list[Photo], words: list[Word], count: int, seed: int) -> Iterator[AskQuestion]:
    """`count` questions of each kind."""
    pools = pools_of(words, photos)
    rng = random.Random(seed)
    for kind in KINDS:
        made = 0
        for _ in range(MOST_DRAWS + count):
            if made == count:
                break
            question = _DRAW[kind](pools, photos, rng) if len(pools) >= ORDERED_THINGS else None
            if question is not None:
                made += 1
                yield question
        if made < count:
            raise ValueError(f"{kind}: expected photographs for {count} questions, found enough for {made}")


def write_asks(questions: Iterator[AskQuestion], out: Path) -> int:
    """One JSON object a line; paths are relative to the file written."""
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = out.parent.resolve()

    def relative(photo: Photo) -> str:
        return Path(os.path.relpath(photo.path.resolve(), folder)).as_posix()

    lines = []
    for question in questions:
        asked = {key: relative(value) if isinstance(value, Photo) else value for key, value in question.asked.items()}
        line = {**asked, "tiles": [relative(tile) for tile in question.tiles], "answer": question.answer}
        lines.append(json.dumps(line, ensure_ascii=False))
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)
