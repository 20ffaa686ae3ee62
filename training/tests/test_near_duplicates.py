from __future__ import annotations

import numpy as np
import pytest
from make_pictures import encode, paint
from PIL import Image, ImageEnhance

from tilewise.dataset import near_duplicates
from tilewise.dataset.fingerprint import THUMBNAIL_SHAPE, BrokenPictureError, fingerprint
from tilewise.dataset.near_duplicates import find_near_pairs


def all_pairs_slowly(hashes: np.ndarray, thumbnails: np.ndarray, distance: int) -> set[tuple[int, int]]:
    """Every picture against every other one."""
    found = set()
    for one in range(len(hashes)):
        for other in range(one + 1, len(hashes)):
            bits = sum(int(a ^ b).bit_count() for a, b in zip(hashes[one], hashes[other], strict=True))
            difference = np.abs(thumbnails[one].astype(int) - thumbnails[other]).mean()
            if bits <= distance and difference <= near_duplicates.MAX_THUMBNAIL_DIFFERENCE:
                found.add((one, other))
    return found


def random_hashes(count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Half of them are copies of the other half with up to 14 bits turned over."""
    random = np.random.default_rng(seed)
    hashes = random.integers(0, 2**64, size=(count, 2), dtype=np.uint64)
    for copy in range(count // 2, count):
        hashes[copy] = hashes[copy - count // 2]
        for bit in random.choice(128, size=random.integers(0, 15), replace=False):
            hashes[copy, bit // 64] ^= np.uint64(1 << int(bit % 64))
    return hashes, np.full((count, *THUMBNAIL_SHAPE), 100, dtype=np.uint8)


def test_finds_what_comparing_all_with_all_finds() -> None:
    hashes, thumbnails = random_hashes(200, seed=1)
    found = {(int(one), int(other)) for one, other in find_near_pairs(hashes, thumbnails).pairs}
    certain = all_pairs_slowly(hashes, thumbnails, near_duplicates.BANDS - 1)
    possible = all_pairs_slowly(hashes, thumbnails, near_duplicates.MAX_HASH_DISTANCE)
    assert certain <= found <= possible
    assert len(certain) > 30


def test_a_picture_of_other_colours_is_another_picture() -> None:
    hashes = np.zeros((2, 2), dtype=np.uint64)
    thumbnails = np.zeros((2, *THUMBNAIL_SHAPE), dtype=np.uint8)
    thumbnails[0, ..., 0] = thumbnails[1, ..., 1] = 200
    assert len(find_near_pairs(hashes, thumbnails).pairs) == 0


def test_a_crowded_band_is_cut_short_and_says_so() -> None:
    hashes, thumbnails = random_hashes(2000, seed=2)
    hashes[:, 0] &= np.uint64(2**48 - 1)
    result = find_near_pairs(hashes, thumbnails)
    assert result.cut_short
    found = {(int(one), int(other)) for one, other in result.pairs}
    assert len({pair for pair in found if pair[1] - pair[0] == 1000}) > 500


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_pictures(count: int) -> None:
    hashes, thumbnails = np.zeros((count, 2), np.uint64), np.zeros((count, *THUMBNAIL_SHAPE), np.uint8)
    assert len(find_near_pairs(hashes, thumbnails).pairs) == max(0, count - 1)


def test_what_people_do_to_a_picture_is_found_and_other_pictures_are_not() -> None:
    image = paint(1, side=200)
    versions = [
        image,
        image.resize((100, 100), Image.Resampling.LANCZOS),
        ImageEnhance.Brightness(image).enhance(1.05),
        ImageEnhance.Contrast(image).enhance(1.1),
        image.crop((1, 1, 199, 199)),
        paint(2, side=200),
        image.transpose(Image.Transpose.ROTATE_90),
    ]
    prints = [fingerprint(encode(version, quality=60)) for version in versions]
    hashes = np.array([[found.rows, found.columns] for found in prints], dtype=np.uint64)
    thumbnails = np.stack([np.frombuffer(found.thumbnail, np.uint8).reshape(THUMBNAIL_SHAPE) for found in prints])
    same = {(0, other) for other in range(1, 5)}
    found = {(int(one), int(other)) for one, other in find_near_pairs(hashes, thumbnails).pairs}
    assert same <= found
    assert not any({5, 6} & set(pair) for pair in found)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\xff\xd8\xff", encode(paint(3), "PNG")[:-40]])
def test_bytes_that_are_no_picture(data: bytes) -> None:
    with pytest.raises(BrokenPictureError):
        fingerprint(data)
