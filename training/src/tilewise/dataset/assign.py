"""Which split a picture goes to: by ratio, balanced by label, clusters whole, the same for the same seed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tilewise.dataset.disjoint_sets import DisjointSets
from tilewise.dataset.index import Index
from tilewise.dataset.layout import SPLITS
from tilewise.dataset.near_duplicates import find_near_pairs

# The order of the draw hangs on the picture and the seed alone, not on paths or on the machine.
_CLUSTERS = """
SELECT number, label, size, SUM(size) OVER (PARTITION BY label), unlabelled FROM (
  SELECT cluster AS number, MIN(label) AS label, COUNT(*) AS size, MIN(content) AS content,
    SUM(label IS NULL) > 0 AS unlabelled
  FROM picture GROUP BY cluster
) ORDER BY label IS NULL, label, unlabelled DESC, draw(content)
"""


@dataclass(frozen=True)
class Ratio:
    """Shares of train, valid and test; they add up to 1."""

    shares: tuple[float, float, float] = (0.8, 0.1, 0.1)

    def __post_init__(self) -> None:
        if min(self.shares) < 0 or abs(sum(self.shares) - 1) > 1e-6:
            raise ValueError(
                f"--ratio: expected three shares that add up to 1, found {','.join(map(str, self.shares))}"
            )


def cluster_duplicates(index: Index) -> bool:
    """Gives every picture a cluster. True when the search for near duplicates was cut short somewhere."""
    sets = DisjointSets(index.count)
    for column in ("content", "pixels"):
        repeated = f"SELECT {column} FROM picture GROUP BY {column} HAVING COUNT(*) > 1"
        query = f"SELECT {column}, number FROM picture WHERE {column} IN ({repeated}) ORDER BY {column}, number"
        for (first, one), (second, other) in pairwise(index.rows(query)):
            if first == second:
                sets.join(one, other)
    near = find_near_pairs(index.hashes(), index.thumbnails())
    for first, second in near.pairs.tolist():
        sets.join(first, second)
    index.database.executemany(
        "UPDATE picture SET cluster=? WHERE number=?", ((sets.find(number), number) for number in range(index.count))
    )
    index.database.execute("CREATE INDEX picture_cluster ON picture(cluster)")
    return near.cut_short


def assign_splits(index: Index, ratio: Ratio, seed: int) -> None:
    """Sets every picture's target. Pictures without a label go to test, and so do their duplicates."""
    salt = (seed % 2**64).to_bytes(16, "big")
    index.database.create_function(
        "draw", 1, lambda content: hashlib.blake2b(content, digest_size=16, salt=salt).digest(), deterministic=True
    )
    index.database.execute("CREATE TEMP TABLE chosen(cluster INTEGER PRIMARY KEY, target TEXT NOT NULL)")
    for cluster, target in _choose(index.rows(_CLUSTERS), ratio):
        index.database.execute("INSERT INTO chosen VALUES(?,?)", (cluster, target))
    index.database.execute("UPDATE picture SET target=(SELECT target FROM chosen WHERE chosen.cluster=picture.cluster)")


def _choose(clusters: Iterator[tuple[int, int | None, int, int, int]], ratio: Ratio) -> Iterator[tuple[int, str]]:
    """A cluster goes where its label misses most.

    What rounding leaves is carried over to the next label: a thousand labels of one picture meet the ratio too.
    """
    missing = [0.0, 0.0, 0.0]
    allowed = [split for split in range(len(SPLITS)) if ratio.shares[split] > 0]
    current: int | None = None
    for cluster, label, size, label_size, unlabelled in clusters:
        if label != current:
            current = label
            missing = [share * label_size + rest for share, rest in zip(ratio.shares, missing, strict=True)]
        best = SPLITS.index("test") if unlabelled else max(allowed, key=missing.__getitem__)
        missing[best] -= size
        yield cluster, SPLITS[best]
