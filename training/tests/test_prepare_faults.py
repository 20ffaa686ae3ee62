"""Bad input: the message names file, line, expected and found, and nothing half-written is left."""

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
from read_dataset import SPLITS, images, texts

from tilewise.dataset import write
from tilewise.dataset.prepare import PrepareSettings, prepare
from tilewise.faults import InputError
from tilewise.staging import NoRoomError


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    prepare(label_folders(tmp_path / "tiles", 20), tmp_path / "set", PrepareSettings())
    return tmp_path / "set"


def refusal(src: Path, tmp_path: Path) -> str:
    """The message of a refused set; checks that nothing was left behind."""
    (tmp_path / "place").mkdir()
    with pytest.raises(InputError) as caught:
        prepare(src, tmp_path / "place" / "out", PrepareSettings())
    assert list((tmp_path / "place").iterdir()) == []
    return str(caught.value)


def change_line(path: Path, number: int, change: str | None) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[number - 1 : number] = [] if change is None else [change]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_torn_tsv_line(dataset: Path, tmp_path: Path) -> None:
    path = dataset / "train_imgs.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    change_line(path, 3, lines[2].partition("\t")[2])
    message = refusal(dataset, tmp_path)
    assert message.startswith(f"{path}:3: expected id TAB base64, found no TAB in")


def test_tsv_that_ends_in_the_middle_of_a_line(dataset: Path, tmp_path: Path) -> None:
    path = dataset / "train_imgs.tsv"
    content = path.read_bytes()
    path.write_bytes(content[: -len(content.splitlines()[-1]) // 2])
    last = len(images(dataset, "valid")) and len(path.read_bytes().splitlines())
    message = refusal(dataset, tmp_path)
    assert f"{path}:{last}: expected " in message
    assert "torn last line" in message or "truncated" in message


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("seven\tAAAA", "expected an integer id, found 'seven'"),
        ("-7\tAAAA", "expected an integer id, found '-7'"),
        ("7\t%%%%", "expected base64 of a picture, found '%%%%'"),
        ("7\t", "expected base64 of a picture, found nothing"),
        ("7\tAAAA\tAAAA", "expected id TAB base64, found 3 fields"),
        ("7\tAAAAAAAA", "expected a whole picture, found 6 bytes that begin"),
    ],
)
def test_tsv_lines_that_are_none(dataset: Path, tmp_path: Path, line: str, expected: str) -> None:
    path = dataset / "valid_imgs.tsv"
    change_line(path, 2, line)
    assert f"{path}:2: {expected}" in refusal(dataset, tmp_path)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{", "expected a JSON object, found '{'"),
        ("[]", "expected a JSON object, found []"),
        ('{"text_id": 1, "text": "桥"}', "expected the field image_ids, found only text, text_id"),
        ('{"text_id": "1", "text": "桥", "image_ids": []}', "expected an integer text_id, found '1'"),
        ('{"text_id": 1, "text": " ", "image_ids": []}', "expected a text that is not empty, found ' '"),
        ('{"text_id": 1, "text": "桥", "image_ids": ["a"]}', "expected a list of integer image_ids, found ['a']"),
        ('{"text_id": 0, "text": "桥", "image_ids": []}', "expected each text_id once, found text_id 0 again"),
    ],
)
def test_text_lines_that_are_none(dataset: Path, tmp_path: Path, line: str, expected: str) -> None:
    path = dataset / "train_texts.jsonl"
    change_line(path, 2, line)
    assert f"{path}:2: {expected}" in refusal(dataset, tmp_path)


def test_text_that_is_not_utf8(dataset: Path, tmp_path: Path) -> None:
    path = dataset / "train_texts.jsonl"
    path.write_bytes(path.read_bytes() + "桥\n".encode("gbk"))
    assert f"{path}:3: expected UTF-8, found byte 0xc7" in refusal(dataset, tmp_path)


def test_missing_id(dataset: Path, tmp_path: Path) -> None:
    change_line(dataset / "train_imgs.tsv", 1, None)
    missing = texts(dataset, "train")[0]["image_ids"][0]
    message = refusal(dataset, tmp_path)
    expected = f"expected image ids that are in train_imgs.tsv, found image id {missing}, which is not there"
    assert message == f"{dataset / 'train_texts.jsonl'}:1: {expected}"


def test_id_given_twice(dataset: Path, tmp_path: Path) -> None:
    path = dataset / "train_imgs.tsv"
    with path.open("a", encoding="utf-8") as stream:
        stream.write(path.read_text(encoding="utf-8").splitlines()[0] + "\n")
    message = refusal(dataset, tmp_path)
    assert f"{path}:33: expected each id once, found id" in message
    assert "again, first in line 1" in message


def test_truncated_picture(tmp_path: Path) -> None:
    src = label_folders(tmp_path / "tiles", 5)
    path = src / "公交车/003.jpg"
    path.write_bytes(path.read_bytes()[:900])
    message = refusal(src, tmp_path)
    assert message.startswith(f"{path}: expected a whole picture, found 900 bytes, image file is truncated")
    assert "\n" not in message


def test_picture_that_the_labels_name_is_absent(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg(1))
    labels = tmp_path / "labels.jsonl"
    labels.write_text('{"image": "a.jpg", "texts": ["桥"]}\n{"image": "b.jpg", "texts": []}\n', encoding="utf-8")
    assert refusal(labels, tmp_path) == f"{labels}:2: expected the picture b.jpg, found no such file"


@pytest.mark.parametrize("line", ['{"texts": ["桥"]}', '{"image": "a.jpg", "texts": "桥"}', "桥"])
def test_label_lines_that_are_none(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg(1))
    (tmp_path / "labels.jsonl").write_text(line, encoding="utf-8")
    assert refusal(tmp_path / "labels.jsonl", tmp_path).startswith(f"{tmp_path / 'labels.jsonl'}:1: expected ")


def test_every_fault_is_named_up_to_a_limit_and_the_rest_counted(tmp_path: Path) -> None:
    src = label_folders(tmp_path / "tiles", 30)
    for path in src.rglob("*.jpg"):
        path.write_bytes(b"no picture")
    message = refusal(src, tmp_path)
    assert len(message.splitlines()) == 21
    assert message.endswith("... and 40 more")


def test_faulty_pictures_are_left_out_on_request_and_reported(tmp_path: Path) -> None:
    src = label_folders(tmp_path / "tiles", 20)
    (src / "公交车/003.jpg").write_bytes(b"no picture")
    report = prepare(src, tmp_path / "out", PrepareSettings(skip_bad=True))
    assert (report["pictures"], report["left_out"]) == (39, 1)
    assert "公交车/003.jpg: expected a whole picture" in report["left_out_first"][0]


def test_broken_pictures_of_a_tsv_take_only_their_own_pairs_along(dataset: Path, tmp_path: Path) -> None:
    broken = next(iter(images(dataset, "train")))
    change_line(dataset / "train_imgs.tsv", 1, f"{broken}\tAAAA")
    report = prepare(dataset, tmp_path / "out", PrepareSettings(skip_bad=True))
    assert report["left_out"] == 1
    assert sum(len(line["image_ids"]) for line in texts(tmp_path / "out", "train")) == 31


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names in bytes")
def test_a_folder_that_is_named_in_gbk(tmp_path: Path) -> None:
    src = label_folders(tmp_path / "tiles", 5)
    (src / "公交车").rename(os.fsdecode(os.fsencode(src) + b"/" + "公交车".encode("gbk")))
    message = refusal(src, tmp_path)
    assert "expected a path in UTF-8, found bytes of another encoding" in message
    assert len(message.splitlines()) == 5


@pytest.mark.parametrize(("name", "found"), [("nothing", "nothing there"), ("empty", "none")])
def test_no_pictures_at_all(tmp_path: Path, name: str, found: str) -> None:
    (tmp_path / "empty").mkdir()
    assert refusal(tmp_path / name, tmp_path).endswith(f"found {found}")


def test_pictures_without_any_label(tmp_path: Path) -> None:
    (tmp_path / "loose").mkdir()
    (tmp_path / "loose/1.jpg").write_bytes(jpeg(1))
    assert "expected at least one labelled picture, found 1 without any label" in refusal(tmp_path / "loose", tmp_path)


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
