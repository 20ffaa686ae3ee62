"""Picture questions, and the command on a file of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tiny_clip import TINY_VIT, tiny_model

from tilewise.checkpoint.load import LoadedModel
from tilewise.cli import main
from tilewise.evaluate.encoder import Encoder, Features, Rules
from tilewise.evaluate.grids import evaluate_grids, read_grids
from tilewise.export.export import ExportSettings, export_model
from tilewise.faults import InputError


def colours(rules: Rules | None = None) -> Encoder:
    """A picture is its mean colour, a text one of the axes: what is right is plain to see."""
    axes = {
        "红": [1, 0, 0, 0],
        "绿": [0, 1, 0, 0],
        "蓝": [0, 0, 1, 0],
        "其他": [0.5, 0.5, 0.5, 0.5],
        "无": [0.5, 0.5, 0.5, 0.5],
    }

    def encode_images(pixels: Features) -> Features:
        means = (pixels * 1.0).mean(axis=(2, 3))
        return np.concatenate([means, np.full((len(means), 1), 0.01, np.float32)], axis=1)

    def encode_texts(texts: Sequence[str]) -> Features:
        return np.array([axes[text] for text in texts], np.float32)

    rules = rules or Rules(logit_scale=20.0, unknown_cosine=0.99)
    return Encoder("colours", 8, rules, encode_images, encode_texts, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0))


def coloured(folder: Path, name: str, rgb: tuple[int, int, int]) -> str:
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (20, 20), rgb).save(folder / name)
    return name


@pytest.fixture
def grids(tmp_path: Path) -> Path:
    red, green, blue = (
        coloured(tmp_path, f"{name}.png", rgb)
        for name, rgb in (("r", (220, 0, 0)), ("g", (0, 220, 0)), ("b", (0, 0, 220)))
    )
    dull = coloured(tmp_path, "dull.png", (120, 110, 110))
    lines = [
        {"text": "红", "tiles": [red, green, blue, red], "answer": [0, 3]},
        {"text": "绿", "tiles": [red, green, dull], "answer": [1, 2]},
        {"text": "蓝", "tiles": [red, green], "answer": [], "count": 0},
        {"text": "无", "tiles": [red, green], "answer": [0]},
        {"text": "红", "tiles": [red, red, green], "answer": [0, 1], "count": 1},
    ]
    path = tmp_path / "grids.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n\n", encoding="utf-8")
    return path


def test_grids_are_counted_as_the_extensions_evaluation_counts_them(grids: Path) -> None:
    found = evaluate_grids(colours(), read_grids(grids))
    assert set(found) == {"grids", "tileAccuracy", "gridAccuracy", "gridAccuracyWithCount", "tilesPerSecond", "byText"}
    # Wrong: the dull tile below the threshold, and the tile of the unknown word.
    assert found["tileAccuracy"] == pytest.approx(1 - 2 / 14)
    assert found["gridAccuracy"] == pytest.approx(3 / 5)
    # The count finds the dull tile, and leaves a right one where the line counts one too few: the earlier is kept.
    assert found["gridAccuracyWithCount"] == pytest.approx(3 / 5)
    assert found["byText"]["红"] == {"grids": 2, "tileAccuracy": 1.0, "gridAccuracy": 1.0, "gridAccuracyWithCount": 0.5}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"tiles": ["r.png"], "answer": []}', 'the field "text" with the thing asked for, found None'),
        ('{"text": "红", "tiles": [], "answer": []}', 'the field "tiles" with paths of pictures, found []'),
        ('{"text": "红", "tiles": ["r.png"], "answer": 0}', 'the field "answer" with positions, found 0'),
        ('{"text": "红", "tiles": ["r.png"], "answer": [1]}', 'positions of "answer" from 0 to 0, found 1'),
        ('{"text": "红", "tiles": ["r.png"], "answer": [0, 0]}', 'each position of "answer" once, found [0, 0]'),
        ('{"text": "红", "tiles": ["r.png"], "answer": [], "count": 2}', 'the field "count" from 0 to 1, found 2'),
        ('{"text": "红", "tiles": ["x.png"], "answer": []}', "a picture at "),
        ("红", "a JSON object, found '红'"),
    ],
)
def test_faulty_grids_are_named_by_line(grids: Path, line: str, expected: str) -> None:
    grids.write_text(grids.read_text(encoding="utf-8") + line, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_grids(grids)
    assert str(caught.value).startswith(f"{grids}:7: expected {expected}")


def test_the_command_prints_one_object(tmp_path: Path, grids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export_model(LoadedModel(tiny_model(), TINY_VIT), tmp_path / "out", ExportSettings(name="tiny"))
    assert main(["evaluate", str(tmp_path / "out"), str(grids), "--json", "--threshold", "0.4"]) == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (printed["model"], printed["grids"]) == ("tiny 1.0.0", 5)
    assert main(["evaluate", str(tmp_path / "out"), str(grids)]) == 0
    assert "5 grids: tiles right" in capsys.readouterr().out
