from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tilewise.cli import main
from tilewise.grid_figures import calibration_error, figures
from tilewise.onnx_model import Decision


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    rows = []
    for index in range(0, 1000, 20):
        Image.new("RGB", (8, 8), (index % 256, 0, 0)).save(tmp_path / f"{index:03}.png")
        rows.append({"file": f"{index:03}.png", "imagenet_class": index})
    path = tmp_path / "labels.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_questions_have_nine_tiles_that_exist_and_the_right_answers(labels: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "grids.jsonl"
    assert main(["grids", str(labels), str(out), "--count", "40", "--seed", "3"]) == 0
    lines = _lines(out)
    assert len(lines) == 40
    for line in lines:
        tiles, answer = line["tiles"], line["answer"]
        assert isinstance(tiles, list) and isinstance(answer, list)
        assert len(set(tiles)) == 9 and all((out.parent / tile).is_file() for tile in tiles)
        assert 1 <= len(answer) == line["count"] <= 4 and answer == sorted(answer)


def test_the_same_seed_gives_the_same_questions_and_the_halves_share_no_picture(labels: Path, tmp_path: Path) -> None:
    outs = [tmp_path / name for name in ("1", "2", "a", "b")]
    for out, extra in zip(outs, ([], [], ["--split", "a"], ["--split", "b"]), strict=True):
        assert main(["grids", str(labels), str(out), "--count", "30", "--words", "everyday", *extra]) == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()
    seen = [{tile for line in _lines(out) for tile in line["tiles"]} for out in outs[2:]]  # type: ignore[attr-defined]
    assert not seen[0] & seen[1]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("{}", "expected a list of labelled files, found dict"),
        ('[{"file": "a.jpg"}]', "entry 0: expected file and imagenet_class"),
        ('[{"file": "a.jpg", "imagenet_class": 3}]', "entry 0: expected a picture at"),
    ],
)
def test_bad_labels_give_one_clear_message(
    content: str, expected: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    labels = tmp_path / "labels.json"
    labels.write_text(content, encoding="utf-8")
    assert main(["grids", str(labels), str(tmp_path / "out.jsonl")]) == 1
    assert expected in caplog.text
    assert not (tmp_path / "out.jsonl").exists()


def test_a_count_of_none_is_refused(labels: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert main(["grids", str(labels), "out.jsonl", "--count", "0"]) == 1
    assert "--count: expected at least 1, found 0" in caplog.text


def test_figures_agree_with_counting_by_hand() -> None:
    scores = np.array([[0.9, 0.1, 0.6], [0.4, 0.2, 0.1]])
    truth = np.array([[True, False, False], [True, False, False]])
    found = figures(scores, truth, Decision(threshold=0.5, unsure_above=0.3, unsure_below=0.7))
    assert (found.tile_accuracy, found.grid_accuracy, found.grid_accuracy_with_count) == (0.6667, 0.0, 1.0)
    assert found.grids_with_unsure_tiles == 1.0


def test_calibration_error_is_nought_when_shares_match() -> None:
    assert calibration_error(np.array([0.75] * 4), np.array([True, True, True, False])) == 0
    assert calibration_error(np.array([1.0, 1.0]), np.array([False, False])) == 1
