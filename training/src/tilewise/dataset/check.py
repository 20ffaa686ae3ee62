"""`tilewise check`: every fault of a dataset with file, line and reason."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tilewise.dataset.assign import cluster_duplicates
from tilewise.dataset.check_lmdb import check_lmdb
from tilewise.dataset.duplicates_report import read_duplicates
from tilewise.dataset.index import Index
from tilewise.dataset.label_counts import count_labels
from tilewise.dataset.layout import IMAGES_SUFFIX, LMDB_FOLDER
from tilewise.dataset.lmdb_source import LmdbSource, lmdb_splits
from tilewise.dataset.scan import FaultList, scan
from tilewise.dataset.sources import Source
from tilewise.dataset.tsv_source import TsvSource, tsv_splits
from tilewise.dataset.write import SplitCounts
from tilewise.faults import Fault, InputError

_SAMENESS = {"bytes": "equal bytes", "pixels": "equal pixels", "near": "nearly the same"}


def check(dataset: Path) -> dict[str, Any]:
    """Returns faults, counts and classes. Raises InputError when there is no dataset at all."""
    source = _open(dataset)
    faults = FaultList()
    scratch = tempfile.TemporaryDirectory(prefix="tilewise-check-", ignore_cleanup_errors=True)
    with scratch as work, Index(Path(work)) as index:
        scan(source, index, faults)
        index.set_final_ids(kept=True)
        index.database.execute("UPDATE picture SET target=split")
        cluster_duplicates(index)
        for fault in _joined_faults(index, source):
            faults.add(fault)
        if isinstance(source, TsvSource):
            check_lmdb(dataset, index, source.splits, faults)
        return _report(dataset, index, source, faults)


def _open(dataset: Path) -> Source:
    if dataset.is_dir() and tsv_splits(dataset):
        return TsvSource(dataset, keep=True)
    if dataset.is_dir() and lmdb_splits(dataset):
        return LmdbSource(dataset)
    found = "no such folder" if not dataset.is_dir() else "neither"
    raise InputError(Fault(str(dataset), f"a dataset with *{IMAGES_SUFFIX} or {LMDB_FOLDER}/", found))


def _joined_faults(index: Index, source: Source) -> Iterator[Fault]:
    yield from _leaks(index)
    yield from _without_text(index)
    yield from _named_twice(index)
    yield from _unknown_to_train(index, source)


def _leaks(index: Index) -> Iterator[Fault]:
    """Equal pictures in two splits make the figures of a test too good: an error; near ones a warning."""
    for found in read_duplicates(index):
        if len(found.splits) < 2:
            continue
        where, first = found.sources[-1], found.sources[0]
        more = f" ({len(found.sources)} such pictures)" if len(found.sources) > 2 else ""
        expected = "a picture that is in one split only"
        told = f"{_SAMENESS[found.kind]} as {first}, in {' and '.join(found.splits)}{more}"
        yield Fault(where, expected, told, "warning" if found.kind == "near" else "error")


def _without_text(index: Index) -> Iterator[Fault]:
    query = """
        SELECT path, line, image_id FROM picture WHERE label IS NULL AND split IN ('train', 'valid') ORDER BY number
    """
    for path, line, image_id in index.rows(query):
        yield Fault(f"{path}:{line}", "a text that names the picture", f"none for id {image_id}", "warning")


def _named_twice(index: Index) -> Iterator[Fault]:
    query = """
        SELECT text.path, text.line, pair.image_id, COUNT(*) FROM pair JOIN text ON text.number=pair.text
        GROUP BY pair.text, pair.image_id HAVING COUNT(*) > 1
    """
    for path, line, image_id, count in index.rows(query):
        yield Fault(f"{path}:{line}", "each image id once", f"id {image_id} {count} times", "warning")


def _unknown_to_train(index: Index, source: Source) -> Iterator[Fault]:
    """Only for classes: where most texts belong to one picture they are captions, new in every split."""
    labels = count_labels(index)
    single = sum(sum(splits.values()) == 1 for splits in labels.values())
    if "train" not in source.splits or single * 2 > len(labels):
        return
    for label, splits in labels.items():
        if "train" not in splits:
            found = ", ".join(f"{count} in {split}" for split, count in splits.items())
            yield Fault(f"label {label}", "pictures in train", f"only {found}", "warning")


def _report(dataset: Path, index: Index, source: Source, faults: FaultList) -> dict[str, Any]:
    return {
        "dataset": str(dataset),
        "errors": faults.errors,
        "warnings": faults.warnings,
        "faults": [asdict(fault) for fault in faults.faults],
        "splits": {split: asdict(_count(index, split)) for split in source.splits},
        "labels": count_labels(index),
    }


def _count(index: Index, split: str) -> SplitCounts:
    return SplitCounts(
        pictures=index.one("SELECT COUNT(*) FROM picture WHERE split=?", (split,)),
        texts=index.one("SELECT COUNT(*) FROM text WHERE split=?", (split,)),
        pairs=index.one("SELECT COUNT(*) FROM pair WHERE split=?", (split,)),
    )
