"""Steadies the image tower: it learns to say of a harder rendering of a scene what it says of the scene itself.

The tower is its own teacher (distillation), so no picture needs a label. Blocks before `first_block` stay, and so do
the statistics of all batch norms and the classifier: what the tower says of plain photographs hardly moves.
"""

from __future__ import annotations

import copy
import logging
import math
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional

from tilewise.lite.fast_module import FastModule
from tilewise.lite.halves import BackHalf, FrontHalf, own_pixels
from tilewise.lite.renderings import render
from tilewise.lite.scenes import draw_scene

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class SteadySchedule:
    """`rounds` of `scenes`, each seen in `renderings` and, every other one, as it is; AdamW with a cosine decay.

    chunk:       scenes whose renderings are shuffled together; their number times renderings + 1/2 is cut in batches.
    temperature: of both softmaxes that are compared.
    kept:        share of the weights as they were in the weights at the end: it gives plain photographs back most of
                 what they lost, and costs renderings little (Wortsman et al., 2022).
    """

    rounds: int = 5
    scenes: int = 2560
    renderings: int = 2
    chunk: int = 64
    batch: int = 32
    rate: float = 3e-4
    warmup: int = 50
    temperature: float = 2.0
    first_block: int = 8
    kept: float = 0.7
    seed: int = 20261123

    @property
    def steps(self) -> int:
        return self.rounds * (self.scenes // self.chunk) * self.chunk_steps

    @property
    def chunk_steps(self) -> int:
        return (self.chunk * self.renderings + self.chunk // 2) // self.batch


class Steadier:
    """`backbone` is changed in place, a round at a time."""

    def __init__(self, backbone: nn.Module, pictures: Sequence[Image.Image], schedule: SteadySchedule) -> None:
        teacher = copy.deepcopy(backbone).eval()
        self._pictures, self._schedule = pictures, schedule
        self._front = FastModule(FrontHalf(teacher, schedule.first_block))
        self._teacher = FastModule(BackHalf(teacher, schedule.first_block))
        # A depthwise convolution is quicker so.
        backbone.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._student = BackHalf(backbone, schedule.first_block)
        self._optimizer = torch.optim.AdamW(self._student.trained(), lr=schedule.rate, weight_decay=0)
        self._before = [weight.detach().clone() for weight in self._student.trained()]
        self._spread = self._measure_spread()
        self._step_number = 0

    def round(self, number: int) -> float:
        """The mean loss of the round; rounds count from 0."""
        chunks = range(self._schedule.scenes // self._schedule.chunk)
        losses: list[float] = []
        # The next chunk is drawn while one is learned from.
        with ThreadPoolExecutor(max_workers=1) as drawer:
            waiting = drawer.submit(self._batches, number, 0)
            for chunk in chunks:
                batches = waiting.result()
                if chunk + 1 in chunks:
                    waiting = drawer.submit(self._batches, number, chunk + 1)
                losses += [self._step(*batch) for batch in batches]
        return float(np.mean(losses))

    @torch.no_grad()
    def settle(self) -> None:
        """Once, after the last round."""
        for weight, before in zip(self._student.trained(), self._before, strict=True):
            weight.lerp_(before, self._schedule.kept)

    def _measure_spread(self) -> Tensor:
        """Deviations of the teacher's features [width]: a feature counts by how far it moves among scenes."""
        random = np.random.default_rng((self._schedule.seed, self._schedule.rounds, 0))
        scenes = [draw_scene(self._pictures, random) for _ in range(self._schedule.chunk)]
        return self._teacher(self._front(own_pixels(scenes))).std(dim=0) + 1e-3

    @torch.no_grad()
    def _batches(self, number: int, chunk: int) -> list[tuple[Tensor, Tensor]]:
        """Middle features of what the student sees, and the teacher's features of the scene."""
        schedule = self._schedule
        random = np.random.default_rng((schedule.seed, number, chunk + 1))
        scenes = [draw_scene(self._pictures, random) for _ in range(schedule.chunk)]
        plain = self._front(own_pixels(scenes))
        taught = self._teacher(plain)
        kept = torch.arange(0, schedule.chunk, 2)
        middles, targets = [plain[kept]], [taught[kept]]
        for _ in range(schedule.renderings):
            middles.append(self._front(own_pixels([render(scene, random) for scene in scenes])))
            targets.append(taught)
        middle, target = torch.cat(middles), torch.cat(targets)
        order = torch.from_numpy(random.permutation(len(middle)))
        starts = range(0, schedule.chunk_steps * schedule.batch, schedule.batch)
        parts = [order[start : start + schedule.batch] for start in starts]
        return [(middle[part].contiguous(memory_format=torch.channels_last), target[part]) for part in parts]

    def _step(self, middle: Tensor, target: Tensor) -> float:
        self._set_rate()
        found = self._student(middle)
        loss: Tensor = self._divergence(found, target) + (((found - target) / self._spread) ** 2).mean()
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self._optimizer.step()
        self._step_number += 1
        return float(loss.item())

    def _divergence(self, found: Tensor, target: Tensor) -> Tensor:
        """Between the chances of the classes, scaled so that its gradients do not depend on the temperature."""
        temperature = self._schedule.temperature
        chances = (self._student.classify(target) / temperature).softmax(dim=1)
        guesses = (self._student.classify(found) / temperature).log_softmax(dim=1)
        return functional.kl_div(guesses, chances, reduction="batchmean") * temperature**2

    def _set_rate(self) -> None:
        done, schedule = self._step_number, self._schedule
        share = min(1, (done + 1) / schedule.warmup) * (0.5 + 0.5 * math.cos(math.pi * done / schedule.steps))
        for group in self._optimizer.param_groups:
            group["lr"] = schedule.rate * share


def steady(backbone: nn.Module, pictures: Sequence[Image.Image], schedule: SteadySchedule) -> None:
    """Changes `backbone` in place. Seeded: the same pictures, machine and packages give the same weights."""
    steadier, started = Steadier(backbone, pictures, schedule), time.monotonic()
    for number in range(schedule.rounds):
        loss = steadier.round(number)
        log.info("round %d of %d: loss %.3f, %.0f s", number + 1, schedule.rounds, loss, time.monotonic() - started)
    steadier.settle()
