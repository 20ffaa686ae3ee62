"""Teaches the text tower the lexicon: bare words, words in sentences, and words that name nothing it knows."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from tilewise.lite.lexicon import Lexicon
from tilewise.lite.phrases import wrap
from tilewise.lite.text_tower import TextShape, TextTower
from tilewise.tokenizer import Tokenizer

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TextSchedule:
    """Steps of AdamW with a linear warm-up and a cosine decay. Shares are parts of a batch."""

    steps: int = 1500
    batch: int = 256
    rate: float = 2e-3
    warmup: int = 100
    weight_decay: float = 0.01
    hand_share: float = 0.4
    known_share: float = 0.25
    longest: int = 32
    seed: int = 20261123


class Examples:
    """Draws batches of (ids, node); the unknown node is the last."""

    def __init__(self, lexicon: Lexicon, tokenizer: Tokenizer, schedule: TextSchedule) -> None:
        self._hand = list(lexicon.hand.items())
        self._known = [pair for pair in lexicon.known.items() if pair[0] not in lexicon.hand]
        self._unknown = lexicon.unknown
        self._unknown_node = len(lexicon.nodes)
        self._tokenizer = tokenizer
        self._schedule = schedule
        self._rng = random.Random(schedule.seed)

    def batch(self) -> tuple[Tensor, Tensor]:
        schedule, rng = self._schedule, self._rng
        hand = int(schedule.batch * schedule.hand_share)
        known = int(schedule.batch * schedule.known_share)
        pairs = rng.choices(self._hand, k=hand) + rng.choices(self._known, k=known)
        pairs += [(word, self._unknown_node) for word in rng.choices(self._unknown, k=schedule.batch - len(pairs))]
        rows = [self._tokenizer.ids(wrap(word, rng), schedule.longest) for word, _ in pairs]
        return pad(rows), torch.tensor([node for _, node in pairs])


def pad(rows: Sequence[list[int]]) -> Tensor:
    """Rows padded with 0 to the longest of them: short batches train several times faster than 52 tokens."""
    width = max(map(len, rows))
    return torch.tensor([row + [0] * (width - len(row)) for row in rows])


def train_text_tower(
    lexicon: Lexicon, tokenizer: Tokenizer, shape: TextShape, schedule: TextSchedule
) -> TextTower:
    torch.manual_seed(schedule.seed)
    tower = TextTower(shape, len(lexicon.nodes)).train()
    optimizer = torch.optim.AdamW(tower.parameters(), lr=schedule.rate, weight_decay=schedule.weight_decay)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, schedule.rate, total_steps=schedule.steps, pct_start=schedule.warmup / schedule.steps
    )
    examples = Examples(lexicon, tokenizer, schedule)
    started = time.monotonic()
    for step in range(1, schedule.steps + 1):
        ids, targets = examples.batch()
        loss = functional.cross_entropy(tower(ids), targets, label_smoothing=0.02)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(tower.parameters(), 1.0)
        optimizer.step()
        scheduler.step()
        if step % 100 == 0 or step == schedule.steps:
            log.info("step %d of %d: loss %.3f, %.0f s", step, schedule.steps, loss.item(), time.monotonic() - started)
    return tower.eval()
