"""Whole trainings of a tiny model on painted pictures."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import lmdb
import pytest
import torch
from tiny_clip import TINY_RESNET, TINY_VIT, tiny_model
from tiny_training import losses, tiny_dataset, tiny_opener, tiny_settings

from tilewise.checkpoint.cn_clip_model import clip_class
from tilewise.checkpoint.load import read_checkpoint
from tilewise.checkpoint.save import save_checkpoint
from tilewise.cli import main
from tilewise.dataset.layout import SPLITS
from tilewise.faults import InputError
from tilewise.finetune import train as loop
from tilewise.finetune.finetune import finetune
from tilewise.finetune.logbook import read_log
from tilewise.staging import NoRoomError

HERE = Path(__file__).parent
SAVING: dict[str, Any] = {"save_step_frequency": 1, "use_augment": True}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_dataset(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def unbroken(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, float]:
    logs = tmp_path_factory.mktemp("unbroken")
    finetune(tiny_settings(dataset, logs, **SAVING), tiny_opener())
    return losses(logs)


def start_process(dataset: Path, logs: Path, changes: dict[str, Any]) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(HERE / "tiny_training.py"), str(dataset), str(logs), json.dumps(changes)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def test_after_a_kill_at_a_random_step_the_losses_are_those_of_the_unbroken_run(
    dataset: Path, unbroken: dict[int, float], tmp_path: Path
) -> None:
    last = random.SystemRandom().randint(2, len(unbroken) - 2)
    process = start_process(dataset, tmp_path, SAVING)
    log = tmp_path / "run/log.jsonl"
    while process.poll() is None and (not log.exists() or len(read_log(log, "train")) < last):
        time.sleep(0.002)
    process.kill()
    process.wait()
    assert process.returncode != 0
    before = len(losses(tmp_path))
    report = finetune(tiny_settings(dataset, tmp_path, **SAVING), tiny_opener())
    assert before < len(unbroken) == report["steps"]
    assert losses(tmp_path) == unbroken


def test_ctrl_c_ends_after_the_step_and_saves(
    dataset: Path, unbroken: dict[int, float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step, count = loop._step, iter(range(100))

    def interrupted(*arguments: Any) -> Any:
        if next(count) == 5:
            signal.raise_signal(signal.SIGINT)
        return step(*arguments)

    monkeypatch.setattr(loop, "_step", interrupted)
    settings = tiny_settings(dataset, tmp_path, use_augment=True)
    report = finetune(settings, tiny_opener())
    assert (report["ended"], report["steps"]) == ("interrupted", 6)
    assert read_checkpoint(settings.checkpoints / "epoch_latest.pt").extra["step"] == 6
    finetune(settings, tiny_opener())
    assert losses(tmp_path) == unbroken


def test_worker_processes_and_a_window_change_nothing_that_is_random(dataset: Path, tmp_path: Path) -> None:
    for name, workers in (("none", 0), ("two", 2)):
        changes = {"num_workers": workers, "use_augment": True, "accum_freq": 2, "batch_size": 4, "max_steps": 3}
        finetune(tiny_settings(dataset, tmp_path, name=name, **changes), tiny_opener())
    assert losses(tmp_path, "none") == losses(tmp_path, "two")


def test_two_processes_train_as_one_with_twice_the_batch(dataset: Path, tmp_path: Path) -> None:
    changes = {"max_steps": 4, "val_data": None}
    finetune(tiny_settings(dataset, tmp_path / "one", **changes), tiny_opener(quiet=True))
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    command += [str(HERE / "tiny_training.py"), str(dataset), str(tmp_path / "two")]
    command += [json.dumps({**changes, "batch_size": 4, "quiet": True})]
    done = subprocess.run(
        command, env={**os.environ, "OMP_NUM_THREADS": "1"}, check=False, capture_output=True, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    one, two = losses(tmp_path / "one"), losses(tmp_path / "two")
    assert two == pytest.approx(one, rel=1e-3)


def test_it_learns_keeps_the_best_and_tells_what_was_lost(dataset: Path, tmp_path: Path) -> None:
    settings = tiny_settings(dataset, tmp_path, max_epochs=12, lr=3e-3, keep_data=dataset.parent / "tiles")
    report = finetune(settings, tiny_opener())
    train, valid = read_log(settings.folder / "log.jsonl", "train"), read_log(settings.folder / "log.jsonl", "valid")
    assert train[-1]["loss"] < train[0]["loss"]
    best = max(valid, key=lambda line: (line["image_to_text"] + line["text_to_image"], -line["loss"]))
    assert report["best_step"] == best["step"] == read_checkpoint(settings.checkpoints / "epoch_best.pt").extra["step"]
    other = report["words_not_trained_on"]
    assert other["words"] > 200
    assert 0 <= other["decisions_now_yes"] + other["decisions_now_no"] == pytest.approx(other["decisions_changed"])
    assert other["text_cosine"] < 1
    assert set(other["kept_before"]) == set(other["kept_after"]) == {"top1", "top5"}
    assert json.loads((settings.folder / "report.json").read_text(encoding="utf-8")) == report
    assert list((settings.folder / "tensorboard").glob("events.out.tfevents.*"))


def test_early_stop(dataset: Path, tmp_path: Path) -> None:
    # A rate of nearly nothing: no validation is better than the first.
    report = finetune(tiny_settings(dataset, tmp_path, max_epochs=50, lr=1e-12, early_stop=2), tiny_opener(TINY_VIT))
    assert report["ended"] == "early stop"
    assert report["steps"] < 50 * 4


@pytest.mark.parametrize("arch", [TINY_VIT, TINY_RESNET], ids=["vit", "resnet"])
def test_checkpoints_load_in_cn_clip_and_its_trainer(dataset: Path, tmp_path: Path, arch: Any) -> None:
    settings = tiny_settings(dataset, tmp_path, max_steps=2, save_epoch_frequency=1)
    finetune(settings, tiny_opener(arch))
    content = torch.load(settings.checkpoints / "epoch_latest.pt", weights_only=True)
    model = clip_class()(**arch.arguments)
    model.load_state_dict({name.removeprefix("module."): value for name, value in content["state_dict"].items()})
    # The groups of cn_clip.training.main.
    bare = [value for name, value in model.named_parameters() if any(p in name for p in ("bn", "ln", "bias", "logit_"))]
    rest = [value for value in model.parameters() if all(value is not one for one in bare)]
    optimizer = torch.optim.AdamW([{"params": bare, "weight_decay": 0.0}, {"params": rest, "weight_decay": 0.001}])
    optimizer.load_state_dict(content["optimizer"])
    assert (content["epoch"], content["step"], content["name"]) == (0, 2, "run")


def test_a_checkpoint_of_cn_clips_trainer_goes_on_here(dataset: Path, tmp_path: Path) -> None:
    save_checkpoint(tmp_path / "theirs.pt", tiny_model(TINY_VIT, seed=4).state_dict(), {"epoch": 1, "step": 4})
    with pytest.raises(InputError, match=r"theirs\.pt: expected the optimizer's state, found none \(--reset-optimizer"):
        finetune(tiny_settings(dataset, tmp_path, resume=tmp_path / "theirs.pt"), tiny_opener())
    settings = tiny_settings(dataset, tmp_path, resume=tmp_path / "theirs.pt", reset_optimizer=True)
    finetune(settings, tiny_opener())
    assert sorted(losses(tmp_path)) == list(range(5, 13))


def test_the_same_command_goes_on_and_another_obeys_resume(dataset: Path, tmp_path: Path) -> None:
    save_checkpoint(tmp_path / "start.pt", tiny_model(TINY_VIT, seed=4).state_dict(), {"epoch": 9, "step": 99})
    resets = {"resume": tmp_path / "start.pt", "reset_optimizer": True, "reset_data_offset": True}
    settings = tiny_settings(dataset, tmp_path, max_steps=2, **resets)
    assert [finetune(settings, tiny_opener())["steps"] for _ in range(2)] == [2, 2]
    assert len(read_log(settings.folder / "log.jsonl", "train")) == 2
    finetune(tiny_settings(dataset, tmp_path, max_steps=3, **resets), tiny_opener())
    assert [line["step"] for line in read_log(settings.folder / "log.jsonl", "train")] == [1, 2, 1, 2, 3]


def test_data_of_another_size_is_not_gone_on_with(dataset: Path, tmp_path: Path) -> None:
    finetune(tiny_settings(dataset, tmp_path, max_steps=1), tiny_opener())
    latest = tmp_path / "run/checkpoints/epoch_latest.pt"
    expected = r"epoch_latest\.pt: batch: expected 4, as this training has it, found 8 \(--reset-data-offset"
    with pytest.raises(InputError, match=expected):
        finetune(tiny_settings(dataset, tmp_path, batch_size=4), tiny_opener())
    assert latest.is_file()


def test_a_full_disk_keeps_the_checkpoint_that_was_there(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tiny_settings(dataset, tmp_path, max_steps=1)
    finetune(settings, tiny_opener())
    before = (settings.checkpoints / "epoch_latest.pt").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tilewise.checkpoint.save.os.fsync", full)
    with pytest.raises(NoRoomError, match="expected room to write, found a full disk"):
        finetune(tiny_settings(dataset, tmp_path, max_steps=2), tiny_opener())
    assert (settings.checkpoints / "epoch_latest.pt").read_bytes() == before
    assert not list(settings.checkpoints.glob(".*"))


def change(table: Path, key: bytes, value: bytes | None) -> None:
    with lmdb.open(str(table), map_size=2**24) as environment, environment.begin(write=True) as transaction:
        transaction.delete(key) if value is None else transaction.put(key, value)


@pytest.mark.parametrize(
    ("table", "value", "expected"),
    [
        ("imgs", None, r"imgs: picture \d+: expected a record, found none"),
        ("imgs", b"/9j/4AAQSkZJRgABAQAAAQ==", r"imgs: picture \d+: expected a whole picture, found "),
        ("imgs", b"/9j/4AAQSkZJRgABAQAAAQ", r"imgs: picture \d+: expected base64 of a picture, found "),
        ("pairs", None, r"pairs: pair 0: expected a record, found none"),
    ],
)
def test_a_broken_record_is_named(
    tmp_path: Path, table: str, value: bytes | None, expected: str, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tiny_dataset(tmp_path, 4)
    folder = broken / "lmdb/train" / table
    with lmdb.open(str(folder), readonly=True, lock=False) as environment, environment.begin() as transaction:
        keys = [bytes(key) for key, _ in transaction.cursor() if bytes(key).isdigit()]
    change(folder, keys[0], value)
    with pytest.raises(InputError, match=expected):
        finetune(tiny_settings(broken, tmp_path / "logs"), tiny_opener())


def test_the_command_refuses_what_can_not_be_and_leaves_nothing(
    dataset: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save_checkpoint(tmp_path / "tiny.pt", tiny_model().state_dict(), {})
    train = ["finetune", "--train-data", str(dataset / "lmdb/train")]
    for arguments, expected in (
        (["finetune"], "expected --train-data with the LMDB folder of a split, found none"),
        (["finetune", "--train-data", str(tmp_path / "no")], "no: expected the LMDB folder of a split, such as"),
        (["finetune", "--train-data", str(dataset)], "expected an LMDB folder with data.mdb, found none"),
        ([*train], "--resume: expected a checkpoint of ViT-B-16 to start from"),
        ([*train, "--resume", "tiny.pt", "--vision-model", "RN50"], "tiny.pt: expected RN50 (ResNet of 3-4-6-3 blocks"),
        ([*train, "--resume", "tiny.pt", "--device", "cuda:7"], "--device: expected one of cpu, found cuda:7"),
        ([*train, "--resume", "tiny.pt", "--precision", "fp16"], "--precision: expected fp32 or bf16 without a CUDA"),
    ):
        caplog.clear()
        assert main(arguments) == 1
        assert expected in caplog.text
    assert [path.name for path in tmp_path.iterdir()] == ["tiny.pt"]
    assert set(SPLITS) <= {path.name for path in (dataset / "lmdb").iterdir()}
