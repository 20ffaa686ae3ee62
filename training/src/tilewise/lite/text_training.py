"""Teaches the text tower the lexicon, seeded, on few threads."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field

import torch
from torch.nn import functional

from tilewise.lite.examples import Examples, Shares
from tilewise.lite.lexicon import Lexicon
from tilewise.lite.text_tower import TextShape, TextTower
from tilewise.tokenizer import Tokenizer

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TextSchedule:
    """Steps of AdamW with a warm-up and a cosine decay. `longest` cuts training rows, in tokens."""

    steps: int = 8000
    batch: int = 160
    rate: float = 3e-3
    warmup: float = 0.06
    weight_decay: float = 0.01
    label_smoothing: float = 0.01
    longest: int = 32
    seed: int = 20261123
    shares: Shares = field(default_factory=Shares)


def train_text_tower(lexicon: Lexicon, tokenizer: Tokenizer, shape: TextShape, schedule: TextSchedule) -> TextTower:
    torch.manual_seed(schedule.seed)
    tower = TextTower(shape, len(lexicon.nodes)).train()
    optimizer = torch.optim.AdamW(tower.parameters(), lr=schedule.rate, weight_decay=schedule.weight_decay)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, schedule.rate, total_steps=schedule.steps, pct_start=schedule.warmup
    )
    examples = Examples(lexicon, tokenizer, schedule.shares, schedule.seed)
    started = time.monotonic()
    for step in range(1, schedule.steps + 1):
        chunks, targets = examples.batch(schedule.batch, schedule.longest)
        logits = torch.cat([tower(ids) for ids in chunks])
        loss = functional.cross_entropy(logits, targets, label_smoothing=schedule.label_smoothing)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(tower.parameters(), 1.0)
        optimizer.step()
        scheduler.step()
        if step % 200 == 0 or step == schedule.steps:
            right = (logits.argmax(1) == targets).float().mean().item()
            seconds = time.monotonic() - started
            log.info("step %d of %d: loss %.3f, right %.3f, %.0f s", step, schedule.steps, loss.item(), right, seconds)
    return tower.eval()
