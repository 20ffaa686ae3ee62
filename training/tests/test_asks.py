from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from tilewise.cli import main
from tilewise.grids import words_of


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    rows = []
    for index in range(0, 1000, 10):
        Image.new("RGB", (8, 8), (index % 256, 0, 0)).save(tmp_path / f"{index:03}.png")
        rows.append({"file": f"{index:03}.png", "imagenet_class": index})
    path = tmp_path / "labels.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def test_every_kind_asks_for_what_its_answer_shows(labels: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "asks.jsonl"
    assert main(["asks", str(labels), str(out), "--count", "30", "--seed", "3"]) == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 4 * 30
    classes = {word.text: word.classes for word in words_of("everyday")}
    for line in lines:
        shown = [int(Path(tile).stem) for tile in line["tiles"]]
        assert len(set(shown)) == 9 and all((out.parent / tile).is_file() for tile in line["tiles"])
        answer = line["answer"]
        if "texts" in line:
            wanted = classes[line["texts"][0]] | classes[line["texts"][1]]
            assert sorted(answer) == [place for place, image in enumerate(shown) if image in wanted]
        elif "not" in line:
            assert sorted(answer) == [
                place for place, image in enumerate(shown) if image not in classes[line["not"][0]]
            ]
        elif "order" in line:
            assert all(shown[place] in classes[text] for place, text in zip(answer, line["order"], strict=True))
        else:
            assert (out.parent / line["example"]).is_file() and line["example"] not in line["tiles"]


def test_too_few_photographs_give_one_clear_message(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    path = tmp_path / "labels.json"
    path.write_text(json.dumps([{"file": "a.png", "imagenet_class": 3}]), encoding="utf-8")
    assert main(["asks", str(path), str(tmp_path / "out.jsonl")]) != 0
    assert "several: expected photographs for 1000 questions, found enough for 0" in caplog.text
