"""A dataset of a few painted pictures and a tiny Chinese-CLIP to train on it."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import Any

import torch
from make_pictures import label_folders
from tiny_clip import TINY_VIT, tiny_model
from torch import nn

from tilewise.checkpoint.architecture import Architecture
from tilewise.checkpoint.load import LoadedModel, build_model, read_checkpoint
from tilewise.dataset.prepare import PrepareSettings, prepare
from tilewise.finetune.finetune import finetune
from tilewise.finetune.settings import FinetuneSettings
from tilewise.finetune.trainee import Start, clip_trainee

# Sums of another number of threads differ in their last digit, and models as small as these are slower with more.
torch.set_num_threads(1)
LABELS = ("公交车", "自行车", "消防栓")


def tiny_dataset(folder: Path, pictures: int = 12, labels: tuple[str, ...] = LABELS) -> Path:
    prepare(label_folders(folder / "tiles", pictures, labels), folder / "set", PrepareSettings())
    return folder / "set"


def tiny_settings(dataset: Path, logs: Path, **changes: Any) -> FinetuneSettings:
    values: dict[str, Any] = {
        "train_data": dataset / "lmdb/train", "val_data": dataset / "lmdb/valid", "logs": logs, "name": "run",
        "num_workers": 0, "valid_num_workers": 0, "batch_size": 8, "valid_batch_size": 8, "warmup": 2, "lr": 1e-3,
        "max_epochs": 3, "log_interval": 1, "device": "cpu", "precision": "fp32",
    }  # fmt: skip
    return FinetuneSettings(**values | changes)


def tiny_opener(arch: Architecture = TINY_VIT, quiet: bool = False) -> Any:
    """Opens a checkpoint of the tiny scale, or its random weights; the package itself knows the real scales only.

    quiet: without dropout, whose random numbers are each process's own.
    """

    def opener(settings: FinetuneSettings, checkpoint: Path | None, texts: list[str]) -> Start:
        weights, extra = tiny_model(arch).state_dict(), {}
        if checkpoint is not None:
            read = read_checkpoint(checkpoint)
            weights, extra = read.weights, read.extra
        model = build_model(arch, weights, str(checkpoint))
        for module in model.modules():
            if quiet and isinstance(module, nn.Dropout):
                module.p = 0.0
        return Start(clip_trainee(LoadedModel(model, arch), settings), extra)

    return opener


def losses(logs: Path, name: str = "run") -> dict[int, float]:
    """Of every step; a step that was done again after a break counts as it was done last."""
    lines = (json.loads(line) for line in (logs / name / "log.jsonl").read_text(encoding="utf-8").splitlines())
    return {line["step"]: line["loss"] for line in lines if line["kind"] == "train"}


if __name__ == "__main__":
    # python tiny_training.py DATASET LOGS '{"max_epochs": 2}': a run in a process of its own, to be killed or launched.
    logging.basicConfig(stream=sys.stderr, level=logging.INFO)
    changes = json.loads(sys.argv[3])
    opener = tiny_opener(quiet=changes.pop("quiet", False))
    finetune(tiny_settings(Path(sys.argv[1]), Path(sys.argv[2]), **changes), opener)
