"""One step: the loss over a window of batches of all processes, and its gradients."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from accelerate import Accelerator
from torch import Tensor, nn

from tilewise.finetune.across import gather_own_live, shared
from tilewise.finetune.loss import batch_accuracy, contrastive_loss, decision_loss, positives
from tilewise.finetune.pairs import Batch


@dataclass(frozen=True)
class Rule:
    """label_aware: equal labels are positives of each other. decision: weight of the loss of the tile's yes or no."""

    label_aware: bool
    decision: float
    distractors: Tensor | None


@dataclass(frozen=True)
class Outcome:
    loss: float
    image_accuracy: float
    text_accuracy: float


@dataclass(frozen=True)
class _Features:
    images: Tensor
    texts: Tensor
    distractors: Tensor
    scale: Tensor


def compute_gradients(accelerator: Accelerator, model: nn.Module, window: Sequence[Batch], rule: Rule) -> Outcome:
    """Adds to the gradients of `model`. A window of several batches costs a second forward pass, not their memory."""
    if len(window) == 1:
        features = _forward(model, window[0], rule)
        loss, outcome = _loss(accelerator, features, window, rule)
        accelerator.backward(loss)
        return outcome
    return _in_parts(accelerator, model, window, rule)


def _in_parts(accelerator: Accelerator, model: nn.Module, window: Sequence[Batch], rule: Rule) -> Outcome:
    """First all features without gradients, then the gradients of the features, then batch by batch once more."""
    replays: list[Callable[[], contextlib.AbstractContextManager[None]]] = []
    parts: list[_Features] = []
    for batch in window:
        replays.append(_same_randomness(accelerator.device))
        with torch.no_grad(), _unmoved_statistics(model):
            parts.append(_forward(model, batch, rule))
    columns = [torch.cat([getattr(part, name) for part in parts]) for name in ("images", "texts")]
    leaves = [value.detach().requires_grad_() for value in (*columns, parts[-1].distractors, parts[-1].scale)]
    loss, outcome = _loss(accelerator, _Features(*leaves), window, rule)
    gradients = torch.autograd.grad(loss, leaves, allow_unused=True)
    found = [torch.zeros_like(leaf) if g is None else g for leaf, g in zip(leaves, gradients, strict=True)]
    sizes = [len(part.images) for part in parts]
    for place, (images, texts) in enumerate(
        zip(torch.split(found[0], sizes), torch.split(found[1], sizes), strict=True)
    ):
        last = place == len(window) - 1
        # What all batches share is told once.
        distractors, scale = (g if last else torch.zeros_like(g) for g in found[2:])
        with contextlib.nullcontext() if last else accelerator.no_sync(model), replays[place]():
            again = _forward(model, window[place], rule)
            told = (again.images * images).sum() + (again.texts * texts).sum()
            accelerator.backward(told + (again.distractors * distractors).sum() + again.scale * scale)
    return outcome


def _forward(model: nn.Module, batch: Batch, rule: Rule) -> _Features:
    texts = batch.texts if rule.distractors is None else torch.cat([batch.texts, rule.distractors])
    images, rows, scale = model(batch.images, texts)
    count = len(batch.texts)
    return _Features(images.float(), rows[:count].float(), rows[count:].float(), scale.float())


def _loss(accelerator: Accelerator, features: _Features, window: Sequence[Batch], rule: Rule) -> tuple[Tensor, Outcome]:
    images, texts = (gather_own_live(accelerator, rows) for rows in (features.images, features.texts))
    own, texts_of = (
        accelerator.gather(torch.cat([getattr(batch, name) for batch in window])) for name in ("own", "texts_of")
    )
    scale, distractors = shared(accelerator, features.scale), shared(accelerator, features.distractors)
    match = positives(own, texts_of)
    logits = scale * images @ texts.T
    loss = contrastive_loss(logits, match if rule.label_aware else None)
    if rule.decision and len(distractors):
        others = torch.logsumexp(scale * images @ distractors.T, dim=1, keepdim=True)
        _, first = _first_of_each(own)
        loss = loss + rule.decision * decision_loss((logits - others)[:, first], match[:, first])
    image, text = batch_accuracy(logits.detach(), match)
    return loss * accelerator.num_processes, Outcome(float(loss.detach()), image, text)


def _first_of_each(numbers: Tensor) -> tuple[Tensor, Tensor]:
    """The different numbers, and where each comes first: a word counts once however often the batch has it."""
    values, places = torch.unique(numbers, return_inverse=True)
    first = torch.full((len(values),), len(numbers), device=numbers.device)
    return values, first.scatter_reduce(0, places, torch.arange(len(numbers), device=numbers.device), "amin")


def _same_randomness(device: torch.device) -> Callable[[], contextlib.AbstractContextManager[None]]:
    """Remembers the generators as they are; the context it answers starts from there and puts back what it found."""
    cpu = torch.get_rng_state()
    cuda = torch.cuda.get_rng_state(device) if device.type == "cuda" else None

    @contextlib.contextmanager
    def again() -> Iterator[None]:
        with torch.random.fork_rng(devices=[device] if cuda is not None else []):
            torch.set_rng_state(cpu)
            if cuda is not None:
                torch.cuda.set_rng_state(cuda, device)
            yield

    return again


@contextlib.contextmanager
def _unmoved_statistics(model: nn.Module) -> Iterator[None]:
    """Batch norms see each batch twice in a window; only the second time counts."""
    norms: list[Any] = [module for module in model.modules() if isinstance(module, nn.modules.batchnorm._BatchNorm)]
    kept = [norm.momentum for norm in norms]
    for norm in norms:
        norm.momentum = 0.0
    try:
        yield
    finally:
        for norm, momentum in zip(norms, kept, strict=True):
            norm.momentum = momentum
