"""How pictures and texts of one batch are compared."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def positives(own: Tensor, texts_of: Tensor) -> Tensor:
    """[B, B] of bool: whether the text of a column is one of the texts of a row's picture.

    own: [B], the number of each pair's text. texts_of: [B, K], numbers of all texts of each pair's picture, -1 where
    there are fewer than K.
    """
    return (texts_of[:, :, None] == own[None, None, :]).any(dim=1)


def contrastive_loss(logits: Tensor, match: Tensor | None) -> Tensor:
    """Of logits [B, B], pictures by texts, the mean of both directions.

    match: None is CLIP's own loss, where only the diagonal is right and another picture of the same label counts as
    wrong. Otherwise every match of a row shares its target evenly (UniCL), so that equal labels do not repel.
    """
    target = torch.eye(len(logits), device=logits.device) if match is None else match.to(logits.dtype)
    return (_soft_cross_entropy(logits, target) + _soft_cross_entropy(logits.T, target.T)) / 2


def decision_loss(margins: Tensor, match: Tensor) -> Tensor:
    """Binary cross-entropy of a tile's yes or no, right and wrong weighing the same.

    margins: [B, T], log-odds of each word against the distractors, what the extension's threshold cuts at.
    """
    losses = functional.binary_cross_entropy_with_logits(margins, match.to(margins.dtype), reduction="none")
    right, wrong = match, ~match
    parts = [losses[kind].mean() for kind in (right, wrong) if bool(kind.any())]
    return torch.stack(parts).mean()


def batch_accuracy(logits: Tensor, match: Tensor | None) -> tuple[float, float]:
    """Shares of pictures whose nearest text is right, and of texts whose nearest picture is."""
    if match is None:
        match = torch.eye(len(logits), dtype=torch.bool, device=logits.device)
    places = torch.arange(len(logits), device=logits.device)
    image = match[places, logits.argmax(dim=1)].float().mean()
    text = match.T[places, logits.argmax(dim=0)].float().mean()
    return float(image), float(text)


def _soft_cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    shares = target / target.sum(dim=1, keepdim=True)
    return -(shares * functional.log_softmax(logits, dim=1)).sum(dim=1).mean()
