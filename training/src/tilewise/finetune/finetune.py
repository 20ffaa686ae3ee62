"""`tilewise finetune`: opens what is to be trained, trains it, and tells what came of it."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from accelerate import Accelerator
from accelerate.utils import set_seed

from tilewise.checkpoint.load import read_checkpoint
from tilewise.devices import AUTO, pick_device
from tilewise.finetune.batches import Plan
from tilewise.finetune.forgetting import compare, load_probe, probe, save_probe
from tilewise.finetune.interrupt import on_interrupt
from tilewise.finetune.logbook import Logbook, is_kept
from tilewise.finetune.memory import BEST, LATEST, Parts, Standing, restore
from tilewise.finetune.optimize import make_optimizer
from tilewise.finetune.pairs import Look, Pairs
from tilewise.finetune.settings import FinetuneSettings
from tilewise.finetune.train import Run, train
from tilewise.finetune.trainee import Start, freeze, open_clip
from tilewise.finetune.trainee_encoder import trainee_rules
from tilewise.finetune.update import Rule
from tilewise.tokenizer import Tokenizer, find_vocabulary, load_vocabulary

log = logging.getLogger(__name__)
INTERRUPTED = "interrupted"
_BEFORE = "before.pt"
Opener = Callable[[FinetuneSettings, Path | None, list[str]], Start]


def finetune(settings: FinetuneSettings, opener: Opener | None = None) -> dict[str, Any]:
    """Returns the report. Raises InputError or ValueError for what can not be trained, before anything is written."""
    asked, settings = settings, _going_on(settings)
    accelerator = _accelerator(settings)
    set_seed(settings.seed + accelerator.process_index)
    # The size is the model's; texts are known before the model, which may have to learn new ones.
    pairs = Pairs(settings.train_data, Look(1), settings.context_length)
    start = (opener or open_start)(settings, settings.resume, pairs.texts)
    run = _prepare(settings, accelerator, start, pairs)
    run.logbook.keep(asked)
    _probe_before(run)
    with on_interrupt() as interrupt:
        reason = train(run, interrupt)
    report = _report(run, reason)
    run.logbook.close()
    accelerator.end_training()
    return report


def _going_on(settings: FinetuneSettings) -> FinetuneSettings:
    """From the run's own latest state: without --resume, and when the very same command is given again."""
    latest = settings.checkpoints / LATEST
    if not latest.is_file() or (settings.resume is not None and not is_kept(settings)):
        return settings
    log.info("going on from %s", latest)
    # What was reset at the start is not to be reset again.
    return replace(settings, resume=latest, reset_data_offset=False, reset_optimizer=False)


def open_start(settings: FinetuneSettings, checkpoint: Path | None, texts: list[str]) -> Start:
    if settings.is_lite:
        from tilewise.finetune.lite_trainee import open_lite

        return open_lite(settings, checkpoint, texts)
    if checkpoint is None:
        raise ValueError(
            f"--resume: expected a checkpoint of {settings.vision_model} to start from, such as one of "
            f"`tilewise download {settings.vision_model}`, found none"
        )
    return open_clip(settings, checkpoint)


def _accelerator(settings: FinetuneSettings) -> Accelerator:
    if settings.device not in (AUTO, "cpu"):
        os.environ["ACCELERATE_TORCH_DEVICE"] = str(pick_device(settings.device))
    on_cpu = settings.device == "cpu" or not (torch.cuda.is_available() or torch.backends.mps.is_available())
    precision = {"fp32": "no", "bf16": "bf16", "amp": "fp16", "fp16": "fp16"}[settings.precision]
    if precision == "fp16" and not torch.cuda.is_available():
        if settings.precision == "fp16":
            raise ValueError("--precision: expected fp32 or bf16 without a CUDA device, found fp16")
        precision = "no"
    return Accelerator(cpu=on_cpu, mixed_precision=precision)


def _prepare(settings: FinetuneSettings, accelerator: Accelerator, start: Start, pairs: Pairs) -> Run:
    trainee = start.trainee
    freeze(trainee)
    pairs = pairs.seen_as(Look(trainee.size, settings.use_augment, settings.seed, trainee.prepare))
    valid = None
    if settings.val_data is not None:
        valid = Pairs(settings.val_data, Look(trainee.size, prepare=trainee.prepare), settings.context_length)
    plan = Plan(len(pairs), settings.batch_size, settings.accum_freq, accelerator.num_processes, settings.seed)
    trainee.model.to(accelerator.device)
    optimizer: Any = make_optimizer(trainee, settings)
    wrapped, optimizer = accelerator.prepare(trainee.model, optimizer)
    parts = Parts(accelerator, trainee, optimizer, plan, settings)
    standing = Standing()
    if settings.resume is not None and start.extra:
        standing = restore(parts, start.extra, str(settings.resume))
    logbook = Logbook(settings, accelerator.is_main_process)
    logbook.tell(
        f"{trainee.name}: {len(pairs):,} pairs, {len(pairs.texts):,} texts, {plan.steps:,} steps an epoch"
        f" on {accelerator.num_processes} x {accelerator.device.type}"
    )
    if len(pairs) < settings.batch_size * settings.accum_freq * accelerator.num_processes:
        logbook.tell(f"a step of {settings.batch_size * settings.accum_freq} takes some of {len(pairs)} pairs twice")
    return Run(parts, wrapped, _rule(parts), pairs, valid, standing, logbook)


def _rule(parts: Parts) -> Rule:
    settings, trainee = parts.settings, parts.trainee
    if settings.loss == "clip" or not trainee.decision:
        return Rule(settings.loss != "clip", 0.0, None)
    tokenizer = Tokenizer(load_vocabulary(find_vocabulary()))
    rows = tokenizer.rows(trainee_rules(trainee).distractors, settings.context_length)
    return Rule(True, trainee.decision, torch.tensor(rows, device=parts.accelerator.device))


def _probe_before(run: Run) -> None:
    path = run.settings.folder / _BEFORE
    if run.standing.steps == 0 or not path.is_file():
        found = probe(run.accelerator, run.trainee, run.valid or run.pairs, run.pairs.texts, run.settings)
        if run.accelerator.is_main_process:
            save_probe(path, found)
    run.accelerator.wait_for_everyone()


def _report(run: Run, reason: str) -> dict[str, Any]:
    """Of the best model where there was a validation, of the last one otherwise."""
    best = run.settings.checkpoints / BEST
    used = best if best.is_file() and run.standing.best else run.settings.checkpoints / LATEST
    report: dict[str, Any] = {
        "ended": reason, "steps": run.standing.steps, "checkpoint": str(used), "best_step": run.standing.best_step
    }  # fmt: skip
    if reason != INTERRUPTED:
        run.trainee.model.load_state_dict(read_checkpoint(used).weights)
        after = probe(run.accelerator, run.trainee, run.valid or run.pairs, run.pairs.texts, run.settings)
        report["words_not_trained_on"] = compare(load_probe(run.settings.folder / _BEFORE), after)
    if run.accelerator.is_main_process:
        text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
        (run.settings.folder / "report.json").write_text(text, encoding="utf-8")
    return report
