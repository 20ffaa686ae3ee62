"""Pictures and labels that are none: the message names them, expected and found, and nothing half-written is left."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from make_pictures import jpeg, label_folders
from refusal import refusal

from tilewise.dataset.prepare import PrepareSettings, prepare


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
