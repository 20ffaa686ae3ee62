"""Which pairs make which batch: a function of seed, epoch and step, so that training goes on anywhere."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch.utils.data import Sampler


class Draw(NamedTuple):
    """One pair of an epoch. `place` in the epoch's order seeds what is random about its picture."""

    epoch: int
    place: int
    pair: int


@dataclass(frozen=True)
class Plan:
    """`pairs` in each epoch; `batch`, of one process, is what one forward pass sees; `window` passes are one step.

    As in Chinese-CLIP the last batch of an epoch is filled with pairs from its start.
    """

    pairs: int
    batch: int
    window: int
    processes: int
    seed: int

    @property
    def steps(self) -> int:
        """Updates an epoch."""
        return max(1, math.ceil(self.pairs / self._step_pairs))

    @property
    def _step_pairs(self) -> int:
        return self.batch * self.window * self.processes

    def order(self, epoch: int) -> list[int]:
        generator = torch.Generator().manual_seed(self.seed * 1_000_003 + epoch)
        order: list[int] = torch.randperm(self.pairs, generator=generator).tolist()
        wanted = self.steps * self._step_pairs
        return (order * math.ceil(wanted / self.pairs))[:wanted]

    def batches(self, epoch: int, process: int, from_step: int = 0) -> Iterator[list[Draw]]:
        """Of one process, `window` in a row for each step."""
        order = self.order(epoch)
        for number in range(from_step * self.window, self.steps * self.window):
            start = (number * self.processes + process) * self.batch
            yield [Draw(epoch, place, order[place]) for place in range(start, start + self.batch)]


class EpochSampler(Sampler[list[Draw]]):
    """The batches of one epoch from a step on, for a DataLoader."""

    def __init__(self, plan: Plan, epoch: int, process: int, from_step: int) -> None:
        self._plan, self._epoch, self._process, self._from_step = plan, epoch, process, from_step

    def __iter__(self) -> Iterator[list[Draw]]:
        return self._plan.batches(self._epoch, self._process, self._from_step)

    def __len__(self) -> int:
        return (self._plan.steps - self._from_step) * self._plan.window
