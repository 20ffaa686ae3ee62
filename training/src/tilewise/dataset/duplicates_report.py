"""Tells which pictures are the same, and where that matters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from tilewise.dataset.index import Index

_MEMBERS = """
SELECT cluster, final_id, target, picture.path, picture.line, content, pixels, label, text.text FROM picture
LEFT JOIN text ON text.number=picture.label
WHERE cluster IN (SELECT cluster FROM picture GROUP BY cluster HAVING COUNT(*) > 1) ORDER BY cluster, picture.number
"""


@dataclass(frozen=True)
class Duplicates:
    """Pictures that are the same. `kind`: equal bytes, equal pixels, or near."""

    kind: str
    splits: tuple[str, ...]
    image_ids: tuple[int, ...]
    sources: tuple[str, ...]
    labels: tuple[str, ...]

    def record(self) -> dict[str, Any]:
        names = ("kind", "splits", "image_ids", "sources", "labels")
        return {name: getattr(self, name) for name in names}


def read_duplicates(index: Index) -> Iterator[Duplicates]:
    for _, group in groupby(index.rows(_MEMBERS), key=lambda row: row[0]):
        rows = list(group)
        contents, pixels = {row[5] for row in rows}, {row[6] for row in rows}
        yield Duplicates(
            kind="bytes" if len(contents) == 1 else "pixels" if len(pixels) == 1 else "near",
            splits=tuple(sorted({row[2] for row in rows})),
            image_ids=tuple(row[1] for row in rows),
            sources=tuple(row[3] if row[4] is None else f"{row[3]}:{row[4]}" for row in rows),
            labels=tuple(sorted({row[8] for row in rows if row[7] is not None})),
        )


def write_duplicates(index: Index, path: Path) -> dict[str, int]:
    """One line a cluster; returns how many there are of each kind, and what a person should look at."""
    counts = {"bytes": 0, "pixels": 0, "near": 0, "with_different_labels": 0, "across_splits": 0}
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for found in read_duplicates(index):
            counts[found.kind] += 1
            counts["with_different_labels"] += len(found.labels) > 1
            counts["across_splits"] += len(found.splits) > 1
            stream.write(json.dumps(found.record(), ensure_ascii=False) + "\n")
    return counts
