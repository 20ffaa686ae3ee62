from __future__ import annotations

import errno
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from tiny_clip import TINY_RESNET, TINY_VIT, tiny_model

from tilewise.checkpoint.architecture import Architecture
from tilewise.checkpoint.load import LoadedModel
from tilewise.checkpoint.save import save_checkpoint
from tilewise.cli import main
from tilewise.export import parity
from tilewise.export.export import ExportSettings, export_checkpoint, export_model
from tilewise.export.model_json import Description
from tilewise.export.parity import WORDS, least_cosine, probe_texts
from tilewise.faults import InputError
from tilewise.onnx_model import OnnxModel
from tilewise.staging import NoRoomError

OFFICIAL = {
    "tiny.img.fp32.onnx",
    "tiny.img.fp16.onnx",
    "tiny.img.fp16.onnx.extra_file",
    "tiny.txt.fp32.onnx",
    "tiny.txt.fp16.onnx",
    "tiny.txt.fp16.onnx.extra_file",
}


def export_tiny(out: Path, arch: Architecture = TINY_VIT, **settings: Any) -> dict[str, Any]:
    return export_model(LoadedModel(tiny_model(arch), arch), out, ExportSettings(name="tiny", **settings))


@pytest.fixture(scope="module", params=[TINY_VIT, TINY_RESNET], ids=["vit", "resnet"])
def exported(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Architecture, Path, Any]:
    out = tmp_path_factory.mktemp("export") / "tiny"
    report = export_tiny(out, request.param, int8=True, description=Description(distractors=("其他", "背景")))
    return request.param, out, report


def run(path: Path, **feed: np.ndarray) -> np.ndarray:
    found: np.ndarray = onnxruntime.InferenceSession(path).run(None, feed)[0]
    return found


def test_chinese_clips_names_and_what_the_extension_needs(exported: tuple[Architecture, Path, Any]) -> None:
    _, out, report = exported
    names = {path.name for path in out.iterdir()}
    assert names == OFFICIAL | {"tiny.img.int8.onnx", "tiny.txt.int8.onnx", "model.json", "vocab.txt"}
    assert {file["file"] for file in report["files"]} == names


def test_parity_of_every_file_for_one_and_for_nine(exported: tuple[Architecture, Path, Any]) -> None:
    _, _, report = exported
    measured = {(row["tower"], row["precision"], row["batch"]): row["cosine"] for row in report["parity"]}
    assert set(measured) == {(t, p, b) for t in ("image", "text") for p in ("fp32", "fp16", "int8") for b in (1, 9)}
    assert min(cosine for (_, precision, _), cosine in measured.items() if precision == "fp32") >= 0.99999
    assert min(cosine for (_, precision, _), cosine in measured.items() if precision == "fp16") >= 0.999
    assert min(measured.values()) > 0.95


@pytest.mark.parametrize("precision", ["fp32", "fp16", "int8"])
def test_any_batch_and_every_row_as_if_it_were_alone(exported: tuple[Architecture, Path, Any], precision: str) -> None:
    arch, out, _ = exported
    images = torch.randn(5, 3, arch.resolution, arch.resolution).numpy()
    texts = probe_texts(52)[:5].numpy()
    model = tiny_model(arch)
    with torch.no_grad():
        expected = model.encode_image(torch.tensor(images)).numpy(), model.encode_text(torch.tensor(texts)).numpy()
    for kind, feed, reference in (("img", {"image": images}, expected[0]), ("txt", {"text": texts}, expected[1])):
        path = out / f"tiny.{kind}.{precision}.onnx"
        together = run(path, **feed)
        alone = np.concatenate([run(path, **{name: rows[i : i + 1] for name, rows in feed.items()}) for i in range(5)])
        assert together.dtype == np.float32
        # int8 scales its inputs by the whole batch, so its rows lean on each other a little.
        assert least_cosine(together, alone) > (0.98 if precision == "int8" else 0.9999)
        assert least_cosine(together, reference) > (0.95 if precision == "int8" else 0.999)


def test_ports_are_named_as_chinese_clip_names_them_and_only_the_batch_is_free(
    exported: tuple[Architecture, Path, Any],
) -> None:
    arch, out, _ = exported
    expected = {
        "img": ("image", ["batch", 3, arch.resolution, arch.resolution], "unnorm_image_features"),
        "txt": ("text", ["batch", 52], "unnorm_text_features"),
    }
    for kind, (name, shape, output) in expected.items():
        for precision in ("fp32", "fp16", "int8"):
            session = onnxruntime.InferenceSession(out / f"tiny.{kind}.{precision}.onnx")
            assert [(port.name, port.shape) for port in session.get_inputs()] == [(name, shape)]
            assert [(port.name, port.shape) for port in session.get_outputs()] == [(output, ["batch", arch.embedding])]


def test_halves_lie_in_the_extra_file_and_are_calculated_with(exported: tuple[Architecture, Path, Any]) -> None:
    _, out, _ = exported
    model = onnx.load(out / "tiny.txt.fp16.onnx", load_external_data=False)
    outside = [tensor for tensor in model.graph.initializer if tensor.data_location == onnx.TensorProto.EXTERNAL]
    assert {tensor.data_type for tensor in outside} == {onnx.TensorProto.FLOAT16}
    assert {e.value for t in outside for e in t.external_data if e.key == "location"} == {
        "tiny.txt.fp16.onnx.extra_file"
    }
    assert not any(tensor.data_type == onnx.TensorProto.FLOAT for tensor in model.graph.initializer)


def test_model_json_describes_the_files(exported: tuple[Architecture, Path, Any]) -> None:
    arch, out, _ = exported
    manifest = json.loads((out / "model.json").read_text(encoding="utf-8"))
    assert manifest["format"] == "tilewise-model/1"
    assert manifest["embeddingDimension"] == arch.embedding
    assert manifest["image"]["size"] == arch.resolution
    assert manifest["distractors"] == ["其他", "背景"]
    assert manifest["logitScale"] == pytest.approx(1 / 0.07)
    for part in (manifest["image"], manifest["text"], manifest["text"]["vocabulary"]):
        content = (out / part["file"]).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (part["sha256"], part["bytes"])
        assert "externalData" not in part


def test_model_json_of_halves_names_the_extra_files(tmp_path: Path) -> None:
    export_tiny(tmp_path / "out", described="fp16")
    manifest = json.loads((tmp_path / "out/model.json").read_text(encoding="utf-8"))
    for part, name in ((manifest["image"], "tiny.img.fp16.onnx"), (manifest["text"], "tiny.txt.fp16.onnx")):
        extra = (tmp_path / "out" / f"{name}.extra_file").read_bytes()
        digest = hashlib.sha256(extra).hexdigest()
        assert part["file"] == name
        assert part["externalData"] == [{"file": f"{name}.extra_file", "sha256": digest, "bytes": len(extra)}]


def test_the_twin_of_the_extensions_engine_runs_the_folder(exported: tuple[Architecture, Path, Any]) -> None:
    _, out, _ = exported
    model = OnnxModel(out)
    features = model.text_features(WORDS[:3])
    assert np.allclose(np.linalg.norm(features, axis=1), 1, atol=1e-5)


def test_half_weights_only_calculate_in_fp32(tmp_path: Path) -> None:
    report = export_tiny(tmp_path / "out", half_arithmetic=False)
    halves = [row["cosine"] for row in report["parity"] if row["precision"] == "fp16"]
    assert min(halves) > 0.99999
    model = onnx.load(tmp_path / "out/tiny.txt.fp16.onnx", load_external_data=False)
    assert {node.op_type for node in model.graph.node} >= {"Cast", "MatMul"}


def test_a_model_left_in_train_mode_is_refused(tmp_path: Path) -> None:
    model = tiny_model(TINY_RESNET).train()
    with pytest.raises(ValueError, match="expected a model in eval mode, found one in train mode"):
        export_model(LoadedModel(model, TINY_RESNET), tmp_path / "out", ExportSettings())
    assert not (tmp_path / "out").exists()


def test_parity_below_the_bound_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(parity.BOUNDS, "fp16", 1.1)
    expected = (
        r"tiny\.img\.fp16\.onnx and tiny\.img\.fp16\.onnx\.extra_file: expected the features of PyTorch, "
        r"found image fp16 batch 1: cosine [01]\.\d+ \(at least 1\.1\); image fp16 batch 9"
    )
    with pytest.raises(ValueError, match=expected):
        export_tiny(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("row", [[np.nan, 1.0], [0.0, 0.0]])
def test_features_without_number_or_length_hold_no_bound(row: list[float]) -> None:
    found = np.array([row, [1.0, 1.0]], dtype=np.float32)
    assert not least_cosine(found, np.ones((2, 2), np.float32)) >= 0.5


def test_disk_full_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tilewise.export.graph.onnx.save_model", full)
    with pytest.raises(NoRoomError, match="expected room to write, found a full disk"):
        export_tiny(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_int8_for_model_json_must_be_asked_for(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="expected --int8 beside --model-json int8"):
        export_tiny(tmp_path / "out", described="int8")


def test_a_checkpoint_of_no_known_scale_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    save_checkpoint(tmp_path / "tiny.pt", tiny_model().state_dict(), {})
    with pytest.raises(InputError, match=r"tiny\.pt: expected a tower of RN50"):
        export_checkpoint(tmp_path / "tiny.pt", tmp_path / "out", ExportSettings())
    assert [path.name for path in tmp_path.iterdir()] == ["tiny.pt"]


def test_the_command_tells_faults_on_stderr_and_ends_with_1(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "broken.pt").write_bytes(b"PK\x03\x04")
    assert main(["export", str(tmp_path / "broken.pt"), str(tmp_path / "out"), "--vision-model", "RN50"]) == 1
    assert "broken.pt: expected a PyTorch checkpoint of tensors, found 4 bytes" in caplog.text
