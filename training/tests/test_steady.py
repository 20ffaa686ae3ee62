from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from make_pictures import encode, paint
from PIL import Image
from tiny_efficientnet import tiny_efficientnet
from torch import nn

from tilewise.faults import InputError
from tilewise.lite.pictures import read_pictures
from tilewise.lite.renderings import EFFECTS, Effect, render
from tilewise.lite.scenes import draw_scene
from tilewise.lite.steady import Steadier, SteadySchedule, steady

FIRST_BLOCK = 3
SCHEDULE = SteadySchedule(
    rounds=3, scenes=16, renderings=2, chunk=8, batch=4, rate=1e-3, warmup=1, first_block=FIRST_BLOCK
)


def cut_out(seed: int) -> Image.Image:
    picture = paint(seed).convert("RGBA")
    picture.putalpha(Image.radial_gradient("L").resize(picture.size).point(lambda far: 255 * (far < 120)))
    return picture


PICTURES = [paint(1).convert("RGBA"), cut_out(2), cut_out(3)]


def pixels(picture: Image.Image) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.asarray(picture, np.uint8)


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """So small a net is slower on several."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def shortly_steadied(**changes: Any) -> nn.Module:
    backbone = tiny_efficientnet()
    steady(backbone, PICTURES, replace(SCHEDULE, rounds=1, scenes=8, **changes))
    return backbone


@pytest.mark.parametrize("effect", EFFECTS)
@pytest.mark.parametrize("side", [60, 100, 224])
def test_each_effect_changes_a_picture_and_keeps_its_size(effect: Effect, side: int) -> None:
    picture = paint(1, side)
    random = np.random.default_rng(1)
    changed = [effect(picture, random) for _ in range(6)]
    assert {tile.size for tile in changed} == {(side, side)}
    assert all(np.abs(pixels(tile).astype(int) - pixels(picture)).mean() > 0.5 for tile in changed)


def test_scenes_and_renderings_follow_their_seed() -> None:
    def drawn(seed: int) -> list[bytes]:
        random = np.random.default_rng(seed)
        scenes = [draw_scene(PICTURES, random) for _ in range(12)]
        assert {scene.size for scene in scenes} == {(224, 224)}
        return [picture.tobytes() for scene in scenes for picture in (scene, render(scene, random))]

    assert drawn(5) == drawn(5)
    assert len(set(drawn(5))) == 24
    assert drawn(5) != drawn(6)


def test_the_tower_learns_to_say_of_renderings_what_it_says_of_scenes() -> None:
    steadier = Steadier(tiny_efficientnet(), PICTURES, SCHEDULE)
    losses = [steadier.round(0) for _ in range(SCHEDULE.rounds)]
    assert losses[-1] < 0.8 * losses[0]


def test_only_the_later_blocks_move() -> None:
    before, after = tiny_efficientnet().state_dict(), shortly_steadied().state_dict()
    moved = {name for name, value in after.items() if not torch.equal(value, before[name])}
    assert any(name.startswith(f"_blocks.{FIRST_BLOCK}.") for name in moved) and "_conv_head.weight" in moved
    kept = ("_conv_stem", "_bn0", "_fc", *(f"_blocks.{place}." for place in range(FIRST_BLOCK)))
    assert not [name for name in moved if name.startswith(kept) or "running" in name or "batches" in name]


def test_the_same_seed_gives_the_same_weights() -> None:
    first, second, other = (shortly_steadied(seed=seed).state_dict() for seed in (1, 1, 2))
    assert all(torch.equal(value, second[name]) for name, value in first.items())
    assert not all(torch.equal(value, other[name]) for name, value in first.items())


def test_in_the_end_a_share_of_the_weights_before_is_kept() -> None:
    nets = (shortly_steadied(kept=0.0), shortly_steadied(kept=0.5), tiny_efficientnet())
    own, half, old = (net.get_parameter("_conv_head.weight") for net in nets)
    assert not torch.equal(own, old)
    assert torch.allclose(half, (own + old) / 2, atol=1e-7)


def test_pictures_are_read_from_folders_below_too(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    paint(1).save(tmp_path / "b.jpg")
    paint(2, 500).convert("P").save(tmp_path / "more" / "a.png")
    paint(3, 20).save(tmp_path / "small.png")
    (tmp_path / "CREDITS.md").write_text("by hand", encoding="utf-8")
    assert [(picture.mode, picture.width) for picture in read_pictures(tmp_path)] == [("RGBA", 64), ("RGBA", 384)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, r"expected pictures of at least 48 pixels a side to steady the image tower on, found none$"),
        (encode(paint(1, 1), "PNG"), r"expected pictures of at least 48 pixels a side .*, found none$"),
        (encode(paint(1))[:200], r"a\.jpg: expected a picture, found a file that can not be read as one$"),
        (b"", r"a\.jpg: expected a picture, found a file that can not be read as one$"),
    ],
)
def test_a_folder_without_pictures_is_refused(tmp_path: Path, content: bytes | None, message: str) -> None:
    if content is not None:
        (tmp_path / "a.jpg").write_bytes(content)
    with pytest.raises(InputError, match=message):
        read_pictures(tmp_path)
