"""The sentences that a word is met in, put together from the parts in data/phrases.json.

The sentences under `heldOut` are never trained on: they show whether a word is found in a sentence that is new. `empty`
are questions whose word is missing.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from functools import cache

from tilewise.lite.taxonomy import DATA

# A page's question is mostly cut down to its word before it comes here.
BARE_SHARE = 0.42
# Of the sentences, those that are not put together from parts.
FRAME_SHARE = 0.25


@dataclass(frozen=True)
class Parts:
    """What may stand around a word in one language; `frames` and `held_out` are whole sentences with {}."""

    frames: tuple[str, ...]
    beginnings: tuple[str, ...]
    quantities: tuple[str, ...]
    numbers: tuple[str, ...]
    measures: tuple[str, ...]
    modifiers: tuple[str, ...]
    endings: tuple[str, ...]
    brackets: tuple[str, ...]
    held_out: tuple[str, ...]


@dataclass(frozen=True)
class Phrases:
    chinese: Parts
    english: Parts
    empty: tuple[str, ...]

    def of(self, word: str) -> Parts:
        return self.english if word.isascii() else self.chinese


@cache
def load_phrases() -> Phrases:
    lists = json.loads((DATA / "phrases.json").read_text(encoding="utf-8"))
    return Phrases(_parts(lists["chinese"]), _parts(lists["english"]), tuple(lists["empty"]))


def wrap(word: str, rng: random.Random) -> str:
    """The word alone or inside a sentence of its own language."""
    if rng.random() < BARE_SHARE:
        return word
    parts = load_phrases().of(word)
    if rng.random() < FRAME_SHARE:
        return rng.choice(parts.frames).format(word)
    return _english(word, parts, rng) if word.isascii() else _chinese(word, parts, rng)


def _chinese(word: str, parts: Parts, rng: random.Random) -> str:
    draw = rng.random
    text = rng.choice(parts.brackets).format(word) if draw() < 0.06 else word
    if draw() < 0.25:
        text = rng.choice(parts.modifiers) + text
    if draw() < 0.2:
        text = rng.choice(parts.numbers) + rng.choice(parts.measures) + text
    elif draw() < 0.5:
        text = rng.choice(parts.quantities) + text
    if draw() < 0.55:
        text = rng.choice(parts.beginnings) + text
    return text + rng.choice(parts.endings) if draw() < 0.4 else text


def _english(word: str, parts: Parts, rng: random.Random) -> str:
    draw = rng.random
    words = [word]
    if draw() < 0.15:
        words.insert(0, rng.choice(parts.numbers))
    elif draw() < 0.4:
        words.insert(0, rng.choice(parts.modifiers))
    if draw() < 0.5:
        words.insert(0, rng.choice(parts.quantities))
    if draw() < 0.6:
        words.insert(0, rng.choice(parts.beginnings))
    if draw() < 0.25:
        words.append(rng.choice(parts.endings))
    return " ".join(words)


def _parts(lists: dict[str, list[str]]) -> Parts:
    return Parts(
        frames=tuple(lists["frames"]),
        beginnings=tuple(lists["beginnings"]),
        quantities=tuple(lists["quantities"]),
        numbers=tuple(lists["numbers"]),
        measures=tuple(lists["measures"]),
        modifiers=tuple(lists["modifiers"]),
        endings=tuple(lists["endings"]),
        brackets=tuple(lists["brackets"]),
        held_out=tuple(lists["heldOut"]),
    )
