"""Pictures that are the same to the eye: near in a 128-bit difference hash and in an 9x9 thumbnail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# The hash is cut into 8 bands of 16 bits. Two hashes that differ in at most 7 bits have a band in common,
# so looking only at pictures that share a band finds every such pair (and most of those up to the limit below)
# without comparing all with all.
BANDS = 8
# Of 128 bits. 200 photographs: JPEG 30, half size, 100 px, noise, contrast differ by at most 7 in 95 of 100 cases and
# by 17 at most; unrelated ones by 23 at least.
MAX_HASH_DISTANCE = 10
# Mean difference of the thumbnails, of 255. The same photographs: 14 after 10 % more brightness, unrelated ones 19
# at least. Keeps apart the red from the green light in the same place.
MAX_THUMBNAIL_DIFFERENCE = 15.0
# A band that very many pictures share (a plain border) would cost the square of their number: there, each
# picture is compared with this many neighbours in the order of the whole hash. Keeps the search near-linear.
MAX_NEIGHBOURS = 512
_PAIRS_AT_ONCE = 65_536


@dataclass(frozen=True)
class NearPairs:
    """Pairs of picture numbers, [pairs, 2], and whether a crowded band was cut short."""

    pairs: NDArray[np.int64]
    cut_short: bool


def find_near_pairs(hashes: NDArray[np.uint64], thumbnails: NDArray[np.uint8]) -> NearPairs:
    """`hashes` [n, 2], `thumbnails` [n, 9, 9, 3]. Pairs may join pictures that are equal altogether."""
    found: list[NDArray[np.int64]] = []
    cut_short = False
    bands = np.ascontiguousarray(hashes).view(np.uint16)
    for band in range(BANDS):
        order = np.lexsort((hashes[:, 1], hashes[:, 0], bands[:, band]))
        keys = bands[order, band]
        for pairs in _pairs_within_runs(order, keys):
            near = pairs[_hash_distance(hashes, pairs) <= MAX_HASH_DISTANCE]
            found.extend(_alike(near, thumbnails))
        cut_short = cut_short or bool((keys[MAX_NEIGHBOURS + 1 :] == keys[: -MAX_NEIGHBOURS - 1]).any())
    merged = np.concatenate(found) if found else np.empty((0, 2), dtype=np.int64)
    return NearPairs(np.unique(np.sort(merged, axis=1), axis=0), cut_short)


def _pairs_within_runs(order: NDArray[np.int64], keys: NDArray[np.uint16]) -> Iterator[NDArray[np.int64]]:
    """Every pair of sorted positions at most MAX_NEIGHBOURS apart whose keys are equal."""
    alive = np.arange(len(keys) - 1)
    for distance in range(1, MAX_NEIGHBOURS + 1):
        alive = alive[alive + distance < len(keys)]
        alive = alive[keys[alive] == keys[alive + distance]]
        if not len(alive):
            return
        yield np.stack([order[alive], order[alive + distance]], axis=1)


def _hash_distance(hashes: NDArray[np.uint64], pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    different = hashes[pairs[:, 0]] ^ hashes[pairs[:, 1]]
    distance: NDArray[np.int64] = np.bitwise_count(different).sum(axis=1, dtype=np.int64)
    return distance


def _alike(pairs: NDArray[np.int64], thumbnails: NDArray[np.uint8]) -> Iterator[NDArray[np.int64]]:
    for start in range(0, len(pairs), _PAIRS_AT_ONCE):
        part = pairs[start : start + _PAIRS_AT_ONCE]
        first = thumbnails[part[:, 0]].astype(np.int16)
        second = thumbnails[part[:, 1]].astype(np.int16)
        difference = np.abs(first - second).mean(axis=(1, 2, 3))
        yield part[difference <= MAX_THUMBNAIL_DIFFERENCE]
