"""Teaches the text tower the lexicon, seeded, on few threads."""

from __future__ import annotations

import copy
import logging
import time
from dataclasses import dataclass, field

import torch
from torch.nn import functional

from tilewise.lite.examples import Examples, Pairs, Shares, pad
from tilewise.lite.lexicon import Lexicon
from tilewise.lite.text_tower import TextShape, TextTower
from tilewise.tokenizer import Tokenizer

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TextSchedule:
    """Steps of AdamW with a warm-up and a cosine decay, then rounds on the words of the tables that are still wrong.

    `longest` cuts training rows, in tokens; `repeats` is the part of a round's batch that shows words found wrong.
    """

    steps: int = 7500
    batch: int = 160
    rate: float = 3e-3
    warmup: float = 0.06
    weight_decay: float = 0.01
    label_smoothing: float = 0.01
    longest: int = 32
    rounds: int = 24
    round_steps: int = 40
    round_rate: float = 1e-4
    repeats: float = 0.3
    seed: int = 20261123
    shares: Shares = field(default_factory=Shares)


class TextTrainer:
    def __init__(self, lexicon: Lexicon, tokenizer: Tokenizer, shape: TextShape, schedule: TextSchedule) -> None:
        torch.manual_seed(schedule.seed)
        self.tower = TextTower(shape, len(lexicon.nodes))
        self._lexicon = lexicon
        self._tokenizer = tokenizer
        self._schedule = schedule
        self._examples = Examples(lexicon, tokenizer, schedule.shares, schedule.seed)
        self._optimizer = torch.optim.AdamW(
            self.tower.parameters(), lr=schedule.rate, weight_decay=schedule.weight_decay
        )

    def train(self) -> None:
        schedule = self._schedule
        scheduler = torch.optim.lr_scheduler.OneCycleLR(
            self._optimizer, schedule.rate, total_steps=schedule.steps, pct_start=schedule.warmup
        )
        started = time.monotonic()
        for step in range(1, schedule.steps + 1):
            loss = self._step([])
            scheduler.step()
            if step % 200 == 0 or step == schedule.steps:
                log.info("step %d of %d: loss %.3f, %.0f s", step, schedule.steps, loss, time.monotonic() - started)

    def correct(self) -> None:
        """Shows the tables' hardest words more often, ever more gently, and keeps the best state that this reaches."""
        schedule = self._schedule
        hard: dict[str, int] = {}
        fewest, best = None, copy.deepcopy(self.tower.state_dict())
        for number in range(schedule.rounds + 1):
            wrong = self.wrong_words()
            log.info("round %d of %d: %d words of the tables are wrong", number, schedule.rounds, len(wrong))
            if fewest is None or len(wrong) < fewest:
                fewest, best = len(wrong), copy.deepcopy(self.tower.state_dict())
            if not wrong or number == schedule.rounds:
                break
            hard.update(wrong)
            self._set_rate(schedule.round_rate * (1 - number / schedule.rounds))
            for _ in range(schedule.round_steps):
                self._step(list(hard.items()))
        self.tower.load_state_dict(best)

    def _set_rate(self, rate: float) -> None:
        for group in self._optimizer.param_groups:
            group["lr"] = rate

    def wrong_words(self) -> Pairs:
        """Everyday and refused words that the tower, as it is, takes for something else."""
        unknown = len(self._lexicon.nodes)
        pairs = [(word, self._lexicon.known[word]) for word in sorted(self._lexicon.everyday)]
        pairs += [(word, unknown) for word in self._lexicon.refused]
        rows = [self._tokenizer.ids(word) for word, _ in pairs]
        self.tower.eval()
        with torch.no_grad():
            found = [int(node) for start in range(0, len(rows), 128) for node in self._nodes(rows[start : start + 128])]
        return [pair for pair, node in zip(pairs, found, strict=True) if node != pair[1]]

    def _nodes(self, rows: list[list[int]]) -> list[int]:
        nodes: list[int] = self.tower(pad(rows)).argmax(1).tolist()
        return nodes

    def _step(self, repeated: Pairs) -> float:
        schedule = self._schedule
        count = int(schedule.batch * schedule.repeats) if repeated else 0
        chunks, targets = self._examples.batch(schedule.batch, schedule.longest, repeated, count)
        self.tower.train()
        logits = torch.cat([self.tower(ids) for ids in chunks])
        loss = functional.cross_entropy(logits, targets, label_smoothing=schedule.label_smoothing)
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.tower.parameters(), 1.0)
        self._optimizer.step()
        return loss.item()


def train_text_tower(lexicon: Lexicon, tokenizer: Tokenizer, shape: TextShape, schedule: TextSchedule) -> TextTower:
    trainer = TextTrainer(lexicon, tokenizer, shape, schedule)
    trainer.train()
    trainer.correct()
    return trainer.tower.eval()
