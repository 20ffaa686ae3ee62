from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from cn_clip_here import make_importable
from tiny_clip import TINY_RESNET, TINY_VIT, tiny_model

from tilewise.checkpoint.architecture import SCALES, Architecture, architecture
from tilewise.checkpoint.cn_clip_model import clip_class
from tilewise.checkpoint.detect import detect
from tilewise.checkpoint.load import build_model, load_model, plain_weights, read_checkpoint
from tilewise.checkpoint.save import save_checkpoint
from tilewise.faults import InputError
from tilewise.staging import NoRoomError


def shapes_of(arch: Architecture) -> dict[str, torch.Tensor]:
    """The weights of a full scale without their memory."""
    with torch.device("meta"):
        return dict(clip_class()(**arch.arguments).state_dict())


@pytest.mark.parametrize("name", SCALES)
def test_every_scale_is_recognised_by_its_shapes(name: str) -> None:
    found = detect(shapes_of(architecture(name)), "a.pt")
    assert (found.vision_model, found.text_model) == (name, SCALES[name])
    assert detect(shapes_of(architecture(name)), "a.pt", name, SCALES[name]) == found


def test_another_text_tower_than_the_released_one_is_recognised() -> None:
    found = detect(shapes_of(architecture("ViT-B-16", "RBT3-chinese")), "a.pt")
    assert (found.vision_model, found.text_model) == ("ViT-B-16", "RBT3-chinese")


def test_wrong_checkpoint_for_the_architecture() -> None:
    weights = shapes_of(architecture("ViT-B-16"))
    expected = (
        r"a\.pt: expected RN50 \(ResNet of 3-4-6-3 blocks, width 64, 224 pixels, embedding 1024\), "
        r"found ViT-B-16 \(ViT of 12 layers with patches of 16, width 768, 224 pixels, embedding 512\)"
    )
    with pytest.raises(InputError, match=expected):
        detect(weights, "a.pt", vision_model="RN50")
    with pytest.raises(InputError, match=r"expected RBT3-chinese .* found RoBERTa-wwm-ext-base-chinese \(BERT of 12"):
        detect(weights, "a.pt", text_model="RBT3-chinese")
    with pytest.raises(InputError, match=r"a\.pt: expected one of RN50, .*, found ViT-X"):
        detect(weights, "a.pt", vision_model="ViT-X")


def test_towers_of_no_known_size() -> None:
    with pytest.raises(InputError, match=r"expected a tower of RN50, .*, found ViT of 2 layers with patches of 16"):
        detect(dict(tiny_model().state_dict()), "a.pt")
    with pytest.raises(InputError, match=r"with the weight text_projection, found conv\.weight"):
        detect({"conv.weight": torch.zeros(1)}, "a.pt")


@pytest.mark.parametrize("arch", [TINY_VIT, TINY_RESNET], ids=["vit", "resnet"])
def test_saved_and_loaded_again_gives_the_same_features(arch: Architecture, tmp_path: Path) -> None:
    model = tiny_model(arch)
    save_checkpoint(tmp_path / "a.pt", model.state_dict(), {"epoch": 3, "step": 70})
    checkpoint = read_checkpoint(tmp_path / "a.pt", mapped=True)
    again = build_model(arch, checkpoint.weights, "a.pt")
    image, text = torch.randn(2, 3, 32, 32), torch.tensor([[101, 5, 102, 0], [101, 7, 8, 102]])
    assert not again.training
    assert torch.equal(again.encode_image(image), model.encode_image(image))
    assert torch.equal(again.encode_text(text), model.encode_text(text))
    assert {name: checkpoint.extra[name] for name in ("epoch", "step", "name")} == {"epoch": 3, "step": 70, "name": "a"}


def test_rn50_made_by_cn_clip_is_loaded_here_and_what_is_saved_here_is_loaded_by_cn_clip(tmp_path: Path) -> None:
    make_importable()
    from cn_clip.clip.utils import create_model, load_from_name

    torch.manual_seed(1)
    theirs = create_model("RN50@RBT3-chinese")
    torch.save({"epoch": 1, "step": 2, "state_dict": theirs.state_dict()}, tmp_path / "theirs.pt")
    loaded = load_model(tmp_path / "theirs.pt")
    assert loaded.architecture == architecture("RN50")
    save_checkpoint(tmp_path / "ours.pt", loaded.model.state_dict(), loaded.extra)
    again, _ = load_from_name(
        str(tmp_path / "ours.pt"),
        device="cpu",
        vision_model_name="RN50",
        text_model_name="RBT3-chinese",
        input_resolution=224,
    )
    ours, back = loaded.model.state_dict(), again.state_dict()
    assert ours.keys() == back.keys()
    assert all(torch.equal(ours[name], back[name]) for name in ours)


def test_cn_clips_trainer_resumes_from_what_is_saved_here(tmp_path: Path) -> None:
    """The lines of cn_clip.training.main that read a checkpoint, on a model wrapped as it wraps it."""
    model = tiny_model()
    optimizer = torch.optim.AdamW(model.parameters())
    save_checkpoint(tmp_path / "a.pt", model.state_dict(), {"epoch": 1, "step": 5, "optimizer": optimizer.state_dict()})
    checkpoint = torch.load(tmp_path / "a.pt", map_location="cpu", weights_only=True)
    wrapped = torch.nn.Module()
    wrapped.module = tiny_model(seed=9)
    state = {name: value for name, value in checkpoint["state_dict"].items() if "bert.pooler" not in name}
    wrapped.load_state_dict(state)
    torch.optim.AdamW(wrapped.parameters()).load_state_dict(checkpoint["optimizer"])
    assert (checkpoint["epoch"], checkpoint["step"]) == (1, 5)


def test_weights_with_prefix_pooler_or_flash_attention_become_plain(tmp_path: Path) -> None:
    make_importable()
    from cn_clip.clip.model import convert_state_dict

    plain = dict(tiny_model().state_dict())
    prefixed = {f"module.{name}": value for name, value in plain.items()}
    prefixed["module.bert.pooler.dense.weight"] = torch.zeros(2, 2)
    for state in (prefixed, convert_state_dict(dict(plain))):
        found = plain_weights(state)
        assert found.keys() == plain.keys()
        assert all(torch.equal(found[name], plain[name]) for name in plain)


def test_half_precision_is_widened_and_a_bare_state_dict_is_taken(tmp_path: Path) -> None:
    half = {
        name: value.half() if value.is_floating_point() else value for name, value in tiny_model().state_dict().items()
    }
    torch.save(half, tmp_path / "bare.pt")
    model = build_model(TINY_VIT, read_checkpoint(tmp_path / "bare.pt").weights, "bare.pt")
    assert {parameter.dtype for parameter in model.parameters()} == {torch.float32}


class _Attack:
    def __reduce__(self) -> tuple[Any, ...]:
        return print, ("code from a checkpoint",)


def broken_files(folder: Path) -> dict[str, Path]:
    whole = folder / "whole.pt"
    save_checkpoint(whole, tiny_model().state_dict(), {})
    paths = {name: folder / f"{name}.pt" for name in ("empty", "text", "torn", "code", "pickled", "list")}
    paths["empty"].touch()
    paths["text"].write_text("<html>404</html>", encoding="utf-8")
    paths["torn"].write_bytes(whole.read_bytes()[:5000])
    torch.save({"state_dict": _Attack()}, paths["code"])
    paths["pickled"].write_bytes(pickle.dumps({"state_dict": _Attack()}))
    torch.save([1, 2], paths["list"])
    return paths


def test_files_that_are_no_checkpoint_are_refused_and_run_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (*broken_files(tmp_path).values(), tmp_path / "absent.pt", tmp_path):
        for mapped in (False, True):
            with pytest.raises(InputError, match=f"{path}: expected .*, found "):
                read_checkpoint(path, mapped)
    assert capsys.readouterr().out == ""


def test_weights_that_are_missing_unknown_or_of_another_shape() -> None:
    weights = dict(tiny_model().state_dict())
    value = weights.pop("logit_scale")
    with pytest.raises(InputError, match=r"found 1 missing \['logit_scale'\] and 1 unknown \['scale'\]"):
        build_model(TINY_VIT, weights | {"scale": value}, "a.pt")
    with pytest.raises(InputError, match=r"expected logit_scale of shape \(\), found \(1,\)"):
        build_model(TINY_VIT, weights | {"logit_scale": value.reshape(1)}, "a.pt")


def test_a_full_disk_keeps_the_checkpoint_that_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_checkpoint(tmp_path / "a.pt", tiny_model().state_dict(), {})
    before = (tmp_path / "a.pt").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(NoRoomError, match="expected room to write, found a full disk"):
        save_checkpoint(tmp_path / "a.pt", tiny_model(seed=2).state_dict(), {})
    assert (tmp_path / "a.pt").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.pt"]


def test_the_package_imports_no_torchvision_and_leaves_cn_clip_whole() -> None:
    code = (
        "import sys; from tilewise.checkpoint.cn_clip_model import clip_class; clip_class();"
        "assert not [name for name in sys.modules if 'torchvision' in name or name.startswith('cn_clip.')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
