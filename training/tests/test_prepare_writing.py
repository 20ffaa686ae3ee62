"""What stands at the place of a dataset while it is written, and when it cannot be."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from make_pictures import jpeg, label_folders
from read_dataset import SPLITS
from refusal import refusal

from tilewise.dataset import write
from tilewise.dataset.prepare import PrepareSettings, prepare
from tilewise.faults import InputError
from tilewise.staging import NoRoomError


def test_a_folder_that_is_there_is_kept_unless_told_otherwise(dataset: Path, tmp_path: Path) -> None:
    before = (dataset / "train_imgs.tsv").read_bytes()
    with pytest.raises(ValueError, match=r"expected nothing or an empty folder, found files \(--force"):
        prepare(tmp_path / "tiles", dataset, PrepareSettings(seed=1))
    assert (dataset / "train_imgs.tsv").read_bytes() == before
    prepare(tmp_path / "tiles", dataset, PrepareSettings(seed=1, force=True))
    assert (dataset / "train_imgs.tsv").read_bytes() != before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["set", "tiles"]


def test_a_failed_replacement_leaves_the_old_dataset(dataset: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in dataset.glob("*.tsv")}
    (tmp_path / "tiles/公交车/000.jpg").write_bytes(b"")
    with pytest.raises(InputError, match="found an empty file"):
        prepare(tmp_path / "tiles", dataset, PrepareSettings(force=True))
    assert {path.name: path.read_bytes() for path in dataset.glob("*.tsv")} == before


def test_a_picture_that_changes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    src = label_folders(tmp_path / "tiles", 5)
    before = write.bytes_needed

    def change_then_measure(index: write.Index) -> int:
        (src / "公交车/000.jpg").write_bytes(jpeg(77))
        return before(index)

    monkeypatch.setattr("tilewise.dataset.prepare.bytes_needed", change_then_measure)
    assert "expected the picture that was read before, found another" in refusal(src, tmp_path)


def test_too_little_room_is_said_before_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tilewise.dataset.prepare.bytes_needed", lambda _: 10**18)
    src = label_folders(tmp_path / "tiles", 5)
    with pytest.raises(NoRoomError, match=r"expected 1,000,000,000,000,000,000 bytes of free disk, found"):
        prepare(src, tmp_path / "out", PrepareSettings())
    assert not (tmp_path / "out").exists()


def test_disk_full_while_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(write, "format_image_line", full)
    src = label_folders(tmp_path / "tiles", 5)
    with pytest.raises(NoRoomError, match="expected room to write, found a full disk"):
        prepare(src, tmp_path / "out", PrepareSettings())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tiles"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with 1 MiB; only root may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = sys.platform == "linux" and os.geteuid() == 0
    if mounted:
        command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
        mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0
    if not mounted:
        pytest.skip("mounting needs root on Linux")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("pictures", [100, 150, 200])
def test_a_disk_that_is_really_full(
    tmp_path: Path, small_disk: Path, pictures: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tilewise.dataset.prepare.bytes_needed", lambda _: 0)
    src = label_folders(tmp_path / "tiles", pictures)
    with pytest.raises(NoRoomError, match="found a full disk") as caught:
        prepare(src, small_disk / "out", PrepareSettings())
    assert "\n" not in str(caught.value)
    assert list(small_disk.iterdir()) == []


def test_names_of_the_report_survive_a_round_through_json(dataset: Path) -> None:
    report = json.loads((dataset / "report.json").read_text(encoding="utf-8"))
    assert set(report["splits"]) == set(SPLITS)
    assert report["splits"]["train"] == {"pictures": 32, "texts": 2, "pairs": 32}
