"""Pairs of TSV and JSONL that are none: the message names file, line, expected and found."""

from __future__ import annotations

from pathlib import Path

import pytest
from read_dataset import images, texts
from refusal import refusal

from tilewise.dataset.prepare import PrepareSettings, prepare


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


def test_broken_pictures_of_a_tsv_take_only_their_own_pairs_along(dataset: Path, tmp_path: Path) -> None:
    broken = next(iter(images(dataset, "train")))
    change_line(dataset / "train_imgs.tsv", 1, f"{broken}\tAAAA")
    report = prepare(dataset, tmp_path / "out", PrepareSettings(skip_bad=True))
    assert report["left_out"] == 1
    assert sum(len(line["image_ids"]) for line in texts(tmp_path / "out", "train")) == 31
