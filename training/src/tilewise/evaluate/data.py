"""Labelled pictures to measure on: label folders, or a split of a dataset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tilewise.dataset.label_folders import LabelFolders, read_label_names
from tilewise.dataset.layout import TextLine
from tilewise.dataset.lmdb_source import LmdbSource, lmdb_splits
from tilewise.dataset.sources import Source, SourcePicture
from tilewise.dataset.tsv_source import TsvSource, tsv_splits
from tilewise.faults import Fault, InputError

# Of the splits that hold pairs, the one to measure on.
_PREFERRED = ("test", "valid", "train")


@dataclass(frozen=True)
class LabelledPictures:
    """`labels`: for each picture the numbers of its classes. Without any, it is no question."""

    pictures: Sequence[SourcePicture]
    labels: Sequence[frozenset[int]]
    classes: Sequence[str]

    def read(self) -> Iterator[tuple[str, bytes]]:
        return ((picture.where, picture.read()) for picture in self.pictures)


@dataclass(frozen=True)
class SplitPairs:
    """A split in cn_clip's order of evaluation: pictures by LMDB key, texts by line."""

    name: str
    pictures: Sequence[SourcePicture]
    texts: Sequence[TextLine]

    def read(self) -> Iterator[tuple[str, bytes]]:
        return ((picture.where, picture.read()) for picture in self.pictures)

    def as_classes(self) -> LabelledPictures:
        """Each different text is a class."""
        classes = list(dict.fromkeys(line.text for line in self.texts if line.image_ids))
        numbers = {text: number for number, text in enumerate(classes)}
        by_image: dict[int, set[int]] = {}
        for line in self.texts:
            for image_id in line.image_ids:
                by_image.setdefault(image_id, set()).add(numbers[line.text])
        named = [picture for picture in self.pictures if picture.image_id in by_image]
        labels = [frozenset(by_image[picture.image_id]) for picture in named if picture.image_id is not None]
        return LabelledPictures(named, labels, classes)


def is_dataset(path: Path) -> bool:
    return path.is_dir() and bool(tsv_splits(path) or lmdb_splits(path))


def read_label_folders(root: Path) -> LabelledPictures:
    """All names of a label_cn.txt are classes, whether they have pictures or not."""
    if not root.is_dir():
        raise InputError(Fault(str(root), "a folder of label folders", "none"))
    numbers = {name: number for number, name in enumerate(dict.fromkeys(read_label_names(root)))}
    pictures, labels = [], []
    for entry in LabelFolders(root).pictures():
        if isinstance(entry, Fault):
            raise InputError(entry)
        if entry.texts:
            pictures.append(entry)
            labels.append(frozenset(numbers.setdefault(text, len(numbers)) for text in entry.texts))
    if not pictures:
        raise InputError(Fault(str(root), "label folders with pictures", "none"))
    return LabelledPictures(pictures, labels, list(numbers))


def read_split(dataset: Path, split: str | None) -> SplitPairs:
    """Without a name: test, valid or train, the first that has pairs. Raises InputError for what does not join."""
    source: Source = TsvSource(dataset, keep=True) if tsv_splits(dataset) else LmdbSource(dataset)
    if split is not None and split not in source.splits:
        raise InputError(Fault(str(dataset), f"the split {split}", ", ".join(source.splits) or "none"))
    texts: dict[str, list[TextLine]] = {}
    for text in source.text_lines():
        if isinstance(text, Fault):
            raise InputError(text)
        texts.setdefault(text[1], []).append(text[2])
    with_pairs = [name for name, lines in texts.items() if any(line.image_ids for line in lines)]
    chosen = split or next((name for name in (*_PREFERRED, *with_pairs) if name in with_pairs), None)
    if chosen not in with_pairs:
        raise InputError(Fault(str(dataset), f"pairs in {split or 'a split'}", "none"))
    pictures = []
    for picture in source.pictures():
        if isinstance(picture, Fault):
            raise InputError(picture)
        if picture.split == chosen:
            pictures.append(picture)
    _require_joined(dataset, chosen, texts[chosen], pictures)
    pictures.sort(key=lambda picture: str(picture.image_id))
    return SplitPairs(str(chosen), pictures, texts[chosen])


def _require_joined(
    dataset: Path, split: str | None, texts: Sequence[TextLine], pictures: Sequence[SourcePicture]
) -> None:
    there = {picture.image_id for picture in pictures}
    for line in texts:
        lost = [image_id for image_id in line.image_ids if image_id not in there]
        if lost:
            where = f"{dataset}: {split}: text_id {line.text_id}"
            raise InputError(Fault(where, "image ids that are in the split", f"image id {lost[0]}, which is not there"))
