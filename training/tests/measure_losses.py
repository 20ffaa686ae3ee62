"""Trains the embedded model on what `stressed.py` rendered, with each loss, and tells grids before and after.

    for seed in 0 1 2; do python tests/stressed.py sets/$seed --seed $seed --labels PHOTOS/labels.json; done
    python tests/measure_losses.py sets/0 sets/1 sets/2 --json figures.json

Features of pictures are calculated once for all runs, so the seconds told are those of the first run of each set.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from tilewise.dataset.assign import Ratio
from tilewise.dataset.prepare import PrepareSettings, prepare
from tilewise.evaluate.encoder import Encoder
from tilewise.evaluate.grids import evaluate_grids, read_grids
from tilewise.evaluate.open_encoder import open_encoder
from tilewise.finetune import lite_trainee
from tilewise.finetune.finetune import finetune
from tilewise.finetune.settings import FinetuneSettings
from tilewise.lite.trunk import FastTrunk

BASE = Path(__file__).parents[2] / "models" / "cn-clip-lite"
KINDS = ("held-out", "everyday", "everyday-stressed")
FIGURES = ("tileAccuracy", "gridAccuracy", "gridAccuracyWithCount")


class RememberingTrunk(FastTrunk):
    known: dict[bytes, Tensor] = {}  # noqa: RUF012

    def __call__(self, image: Tensor) -> Tensor:
        rows = []
        for one in image:
            key = hashlib.blake2b(one.numpy().tobytes()).digest()
            if key not in self.known:
                self.known[key] = super().__call__(one[None])[0]
            rows.append(self.known[key])
        return torch.stack(rows)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--losses", nargs="+", default=["label-aware", "clip", "contrast"])
    parser.add_argument("--epochs", type=int, default=60)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args(argv)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    sys.modules["tilewise.lite.lite_model"].FastTrunk = RememberingTrunk  # type: ignore[attr-defined]
    found: list[dict[str, Any]] = []
    for seed, folder in enumerate(arguments.sets):
        dataset = folder / "dataset"
        prepare(folder / "train", dataset, PrepareSettings(Ratio((0.9, 0.1, 0.0)), force=True))
        before = _grids(folder, open_encoder(BASE))
        for loss in arguments.losses:
            run = _run(folder, dataset, loss, seed, arguments.epochs)
            found.append({"set": folder.name, "loss": loss, "before": before, **run})
            sys.stdout.write(json.dumps(found[-1], ensure_ascii=False) + "\n")
            sys.stdout.flush()
            if arguments.json:
                arguments.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return 0


def _run(folder: Path, dataset: Path, loss: str, seed: int, epochs: int) -> dict[str, Any]:
    """`contrast` is the label-aware loss without its part on the tile's yes or no."""
    lite_trainee._DECISION = 0.0 if loss == "contrast" else 1.0
    settings = FinetuneSettings(
        train_data=dataset / "lmdb/train", val_data=dataset / "lmdb/valid", vision_model="cn-clip-lite", base=BASE,
        logs=folder / "logs", name=f"{loss}-{time.time_ns()}", max_epochs=epochs, use_augment=True, device="cpu",
        seed=seed, log_interval=1000,
    )  # fmt: skip
    if loss != "contrast":
        settings = replace(settings, loss=loss)
    start, cpu_start = time.perf_counter(), time.process_time()
    report = finetune(settings)
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
    after = _grids(folder, open_encoder(Path(report["checkpoint"]), "cpu"))
    times = {"seconds": round(seconds, 1), "cpu_seconds": round(cpu_seconds, 1)}
    return {**times, "best_step": report["best_step"], "after": after}


def _grids(folder: Path, encoder: Encoder) -> dict[str, list[float]]:
    """Tiles right, grids right, grids right with the count."""
    found = {}
    for kind in KINDS:
        if (folder / f"{kind}.jsonl").is_file():
            measured = evaluate_grids(encoder, read_grids(folder / f"{kind}.jsonl"))
            found[kind] = [round(measured[figure], 4) for figure in FIGURES]
    return found


if __name__ == "__main__":
    sys.exit(main())
