"""3x3 picture questions from labelled photographs, to measure a model with `npm run -s evaluate`."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tilewise.lite.taxonomy import CLASS_COUNT, load_classes, load_groups
from tilewise.tokenizer import UNKNOWN_ID, Tokenizer, find_vocabulary, load_vocabulary

TILES = 9
RIGHT_TILES = (1, 2, 3, 4)
# A word with more right photographs than wrong ones makes no fair question.
LARGEST_SHARE = 0.6


@dataclass(frozen=True)
class Photo:
    """A labelled photograph: its file and ImageNet class."""

    path: Path
    image_class: int


@dataclass(frozen=True)
class Word:
    """A word that a question can ask for and the classes that answer it."""

    text: str
    classes: frozenset[int]


@dataclass(frozen=True)
class Question:
    word: str
    tiles: tuple[Photo, ...]
    answer: tuple[int, ...]


def load_photos(labels: Path) -> list[Photo]:
    """Reads `[{"file": "000.jpg", "imagenet_class": 0, ...}, ...]`; files are relative to the JSON file."""
    rows = json.loads(labels.read_text(encoding="utf-8"))
    if not isinstance(rows, list) or not rows:
        raise ValueError(f"{labels}: expected a list of labelled files, found {type(rows).__name__}")
    return [_photo(labels, number, row) for number, row in enumerate(rows)]


def _photo(labels: Path, number: int, row: Any) -> Photo:
    where = f"{labels}: entry {number}"
    file, index = (row.get("file"), row.get("imagenet_class")) if isinstance(row, dict) else (None, None)
    if not isinstance(file, str) or not isinstance(index, int) or not 0 <= index < CLASS_COUNT:
        raise ValueError(f"{where}: expected file and imagenet_class (0 to {CLASS_COUNT - 1}), found {row!r}")
    path = labels.parent / file
    if not path.is_file():
        raise ValueError(f"{where}: expected a picture at {path}, found none")
    return Photo(path, index)


def half(photos: Iterable[Photo], split: str | None) -> list[Photo]:
    """Half `a` or `b` of the photographs, by class: one to tune on, the other to report."""
    if split is None:
        return list(photos)
    classes = sorted({photo.image_class for photo in photos})
    kept = set(classes[0 if split == "a" else 1 :: 2])
    return [photo for photo in photos if photo.image_class in kept]


def words_of(kind: str) -> list[Word]:
    """Everyday words (狗, 公交车, 乐器), single classes (金毛, 雨伞), or both, by their commonest Chinese name.

    A name with a character that CN-CLIP's vocabulary lacks cannot be asked for; the next name takes its place.
    """
    tokenizer = Tokenizer(load_vocabulary(find_vocabulary()))
    everyday = _words(((group.chinese, group.classes) for group in load_groups()), tokenizer)
    if kind == "everyday":
        return everyday
    taken = {word.text for word in everyday}
    named = ((c.chinese, frozenset([c.index])) for c in load_classes())
    single = [word for word in _words(named, tokenizer) if word.text not in taken]
    return single if kind == "classes" else everyday + single


def _words(named: Iterable[tuple[tuple[str, ...], frozenset[int]]], tokenizer: Tokenizer) -> list[Word]:
    spelled = (([name for name in names if UNKNOWN_ID not in tokenizer.ids(name)], classes) for names, classes in named)
    return [Word(names[0], classes) for names, classes in spelled if names]


def make_questions(photos: list[Photo], words: list[Word], count: int, seed: int) -> Iterator[Question]:
    """Each question draws a word that has right and wrong photographs, then 1 to 4 right tiles."""
    rng = random.Random(seed)
    usable = [pools for word in words if (pools := _pools(word, photos)) is not None]
    if not usable:
        raise ValueError(f"expected a word with right and wrong photographs, found none in {len(photos)} photographs")
    for _ in range(count):
        word, right, wrong = rng.choice(usable)
        number = min(rng.choice(RIGHT_TILES), len(right))
        chosen = [(photo, True) for photo in rng.sample(right, number)]
        chosen += [(photo, False) for photo in rng.sample(wrong, TILES - number)]
        rng.shuffle(chosen)
        answer = tuple(place for place, (_, is_right) in enumerate(chosen) if is_right)
        yield Question(word.text, tuple(photo for photo, _ in chosen), answer)


def _pools(word: Word, photos: list[Photo]) -> tuple[Word, list[Photo], list[Photo]] | None:
    right = [photo for photo in photos if photo.image_class in word.classes]
    wrong = [photo for photo in photos if photo.image_class not in word.classes]
    if not right or len(right) > LARGEST_SHARE * len(photos) or len(wrong) < TILES - 1:
        return None
    return word, right, wrong


def write_questions(questions: Iterable[Question], out: Path) -> int:
    """One JSON object a line; tile paths are relative to the file written."""
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = out.parent.resolve()
    lines = []
    for question in questions:
        tiles = [Path(os.path.relpath(tile.path.resolve(), folder)).as_posix() for tile in question.tiles]
        line = {"text": question.word, "tiles": tiles, "answer": question.answer, "count": len(question.answer)}
        lines.append(json.dumps(line, ensure_ascii=False))
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)
