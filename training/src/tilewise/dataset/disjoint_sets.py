"""Union-find over picture numbers."""

from __future__ import annotations

from array import array


class DisjointSets:
    """Eight bytes a picture; the smallest number of a set stands for it."""

    def __init__(self, count: int) -> None:
        self._parents = array("q", range(count))

    def find(self, item: int) -> int:
        parents = self._parents
        while parents[item] != item:
            parents[item] = parents[parents[item]]
            item = parents[item]
        return item

    def join(self, first: int, second: int) -> None:
        first, second = self.find(first), self.find(second)
        if first != second:
            self._parents[max(first, second)] = min(first, second)
