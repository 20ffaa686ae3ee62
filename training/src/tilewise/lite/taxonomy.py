"""What the embedded model can name: the 1000 ImageNet classes and the everyday groups over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

CLASS_COUNT = 1000
DATA = Path(str(files("tilewise.lite"))) / "data"


@dataclass(frozen=True)
class ImageClass:
    """One ImageNet class. `synset` is its noun offset in WordNet 3.1."""

    index: int
    synset: int
    english: str
    chinese: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """An everyday word and the classes that it covers."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]
    classes: frozenset[int]

    @property
    def name(self) -> str:
        return (self.chinese + self.english)[0]


@dataclass
class Nodes:
    """The dimensions of the embedding: one a set of classes, the 1000 single classes first."""

    sets: list[frozenset[int]] = field(default_factory=lambda: [frozenset([index]) for index in range(CLASS_COUNT)])
    _positions: dict[frozenset[int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._positions = {classes: position for position, classes in enumerate(self.sets)}

    def __len__(self) -> int:
        return len(self.sets)

    def add(self, classes: Iterable[int]) -> int:
        """The dimension of this set of classes, new if it was not there."""
        key = frozenset(classes)
        if not key:
            raise ValueError("expected at least one class in a node, found none")
        if key not in self._positions:
            self._positions[key] = len(self.sets)
            self.sets.append(key)
        return self._positions[key]


def load_classes(path: Path = DATA / "classes.tsv") -> list[ImageClass]:
    classes = [_parse_class(path, number, cells) for number, cells in _rows(path, 4)]
    if [c.index for c in classes] != list(range(CLASS_COUNT)):
        raise ValueError(f"{path}: expected the classes 0 to {CLASS_COUNT - 1} in order, found {len(classes)} rows")
    return classes


def load_groups(path: Path = DATA / "groups.tsv") -> list[Group]:
    return [
        Group(tuple(cells[0].split()), _names(cells[1]), parse_classes(cells[2], f"{path}:{number}"))
        for number, cells in _rows(path, 3)
    ]


def load_unknown(path: Path = DATA / "unknown.tsv") -> list[str]:
    """Words that the model must not claim to know."""
    return [name for _, cells in _rows(path, 2) for name in (*cells[0].split(), *_names(cells[1]))]


def load_nouns(name: str) -> frozenset[str]:
    """The list of English nouns in `data/NAME.txt`."""
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def parse_classes(text: str, where: str) -> frozenset[int]:
    """Class numbers and ranges, `7 8 97-99`."""
    found: set[int] = set()
    for part in text.split():
        first, _, last = part.partition("-")
        if not first.isdigit() or (last and not last.isdigit()):
            raise ValueError(f"{where}: expected a class number or a range such as 97-99, found {part!r}")
        found.update(range(int(first), int(last or first) + 1))
    if not found or max(found) >= CLASS_COUNT:
        raise ValueError(f"{where}: expected class numbers from 0 to {CLASS_COUNT - 1}, found {text!r}")
    return frozenset(found)


def _parse_class(path: Path, number: int, cells: list[str]) -> ImageClass:
    if not cells[0].isdigit() or not cells[1].isdigit():
        raise ValueError(f"{path}:{number}: expected a class number and a synset, found {cells[:2]}")
    return ImageClass(int(cells[0]), int(cells[1]), cells[2], tuple(cells[3].split()))


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for name in cell.split(";") if name)


def _rows(path: Path, width: int) -> list[tuple[int, list[str]]]:
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != width:
            raise ValueError(f"{path}:{number}: expected {width} cells separated by tabs, found {len(cells)}")
        rows.append((number, cells))
    return rows
