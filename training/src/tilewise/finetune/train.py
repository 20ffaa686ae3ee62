"""The training loop: steps, validations, checkpoints, until it is done, stops improving or is interrupted."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import torch
from accelerate import Accelerator
from torch.utils.data import DataLoader

from tilewise.finetune.across import any_process
from tilewise.finetune.batches import EpochSampler, Plan
from tilewise.finetune.interrupt import Interrupt
from tilewise.finetune.logbook import Logbook
from tilewise.finetune.memory import BEST, LATEST, Parts, Standing, save
from tilewise.finetune.optimize import learning_rate, set_rate
from tilewise.finetune.pairs import Batch, Pairs, collate
from tilewise.finetune.settings import FinetuneSettings
from tilewise.finetune.trainee import Trainee
from tilewise.finetune.update import Outcome, Rule, compute_gradients
from tilewise.finetune.validate import validate


@dataclass
class Run:
    """Everything that a training works with. `wrapped` is the model as Accelerate prepared it."""

    parts: Parts
    wrapped: Any
    rule: Rule
    pairs: Pairs
    valid: Pairs | None
    standing: Standing
    logbook: Logbook

    @property
    def settings(self) -> FinetuneSettings:
        return self.parts.settings

    @property
    def accelerator(self) -> Accelerator:
        return self.parts.accelerator

    @property
    def trainee(self) -> Trainee:
        return self.parts.trainee

    @property
    def plan(self) -> Plan:
        return self.parts.plan

    @property
    def total_steps(self) -> int:
        return self.settings.max_steps or self.settings.max_epochs * self.plan.steps


def train(run: Run, interrupt: Interrupt) -> str:
    """Why it ended: `done`, `early stop` or `interrupted`. The latest state is on disk in each case."""
    reason = "done"
    while run.standing.steps < run.total_steps:
        epoch, done = divmod(run.standing.steps, run.plan.steps)
        reason = _epoch(run, epoch, done, interrupt)
        if reason != "done":
            _save(run, LATEST)
            break
    return reason


def _epoch(run: Run, epoch: int, done: int, interrupt: Interrupt) -> str:
    settings, standing = run.settings, run.standing
    started = time.monotonic()
    for window in _windows(run, epoch, done):
        rate = learning_rate(standing.steps, run.total_steps, settings)
        outcome = _step(run, window, rate)
        standing.steps += 1
        if standing.steps % settings.log_interval == 0:
            seconds = time.monotonic() - started
            _tell(run, outcome, rate, seconds / settings.log_interval)
            started = time.monotonic()
        if settings.valid_step_interval and standing.steps % settings.valid_step_interval == 0 and _validate(run):
            return "early stop"
        if settings.save_step_frequency > 0 and standing.steps % settings.save_step_frequency == 0:
            _save(run, f"epoch_{epoch + 1}_{standing.steps}.pt")
            _save(run, LATEST)
        if any_process(run.accelerator, interrupt.asked):
            return "interrupted"
        if standing.steps >= run.total_steps:
            break
    return _end_epoch(run, epoch + 1)


def _end_epoch(run: Run, epoch: int) -> str:
    settings = run.settings
    if settings.valid_epoch_interval and epoch % settings.valid_epoch_interval == 0 and _validate(run):
        return "early stop"
    if settings.save_epoch_frequency > 0 and epoch % settings.save_epoch_frequency == 0:
        _save(run, f"epoch{epoch}.pt")
    _save(run, LATEST)
    return "done"


def _windows(run: Run, epoch: int, done: int) -> Iterator[list[Batch]]:
    sampler = EpochSampler(run.plan, epoch, run.accelerator.process_index, done)
    loader: Any = DataLoader(
        run.pairs,
        batch_sampler=sampler,
        collate_fn=collate,
        num_workers=0 if run.trainee.prepare else run.settings.num_workers,
        pin_memory=run.accelerator.device.type == "cuda",
        # Its own, or opening it in the middle of an epoch would take a number from the dropout's.
        generator=torch.Generator(),
    )
    batches = iter(loader)
    while window := list(islice(batches, run.plan.window)):
        yield [batch.to(run.accelerator.device) for batch in window]


def _step(run: Run, window: list[Batch], rate: float) -> Outcome:
    run.trainee.wake()
    set_rate(run.parts.optimizer, rate)
    outcome = compute_gradients(run.accelerator, run.wrapped, window, run.rule)
    if not math.isfinite(outcome.loss):
        found = f"{outcome.loss} at step {run.standing.steps + 1}"
        raise ValueError(f"loss: expected a finite number, found {found} (a smaller --lr helps most)")
    run.parts.optimizer.step()
    run.parts.optimizer.zero_grad()
    run.trainee.after_step()
    return outcome


def _tell(run: Run, outcome: Outcome, rate: float, seconds: float) -> None:
    values = {"loss": outcome.loss, "lr": rate, "seconds_a_step": seconds}
    if run.settings.report_training_batch_acc:
        values |= {"image_to_text": outcome.image_accuracy, "text_to_image": outcome.text_accuracy}
    run.logbook.numbers("train", run.standing.steps, values)


def _validate(run: Run) -> bool:
    """Whether it is time to stop. A better model than any before is kept."""
    if run.valid is None:
        return False
    standing = run.standing
    found = validate(run.accelerator, run.trainee, run.valid, run.settings)
    run.logbook.numbers("valid", standing.steps, found.record())
    if not standing.best or found.rank > tuple(standing.best):
        standing.best, standing.best_step, standing.waited = list(found.rank), standing.steps, 0
        _save(run, BEST, to_go_on=False)
    else:
        standing.waited += 1
    return 0 < run.settings.early_stop <= standing.waited


def _save(run: Run, name: str, to_go_on: bool = True) -> None:
    save(run.settings.checkpoints / name, run.parts, run.standing, to_go_on)
