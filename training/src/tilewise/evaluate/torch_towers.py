"""What an Encoder needs of a model on PyTorch."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import torch

from tilewise.evaluate.encoder import Features, Rules
from tilewise.tokenizer import Tokenizer, find_vocabulary, load_vocabulary


def torch_rules(model: Any, unknown_cosine: float | None = None) -> Rules:
    """Distractors and threshold are the plain ones of an export that was not calibrated."""
    return Rules(math.exp(model.logit_scale.item()), unknown_cosine=unknown_cosine)


def torch_towers(
    model: Any, device: torch.device, context_length: int
) -> tuple[Callable[[Features], Features], Callable[[Sequence[str]], Features]]:
    """`encode_images` and `encode_texts` of an Encoder.

    `model` is on `device` and has `encode_image` and `encode_text` as Chinese-CLIP's; it is left in eval mode.
    """
    model.eval()
    tokenizer = Tokenizer(load_vocabulary(find_vocabulary()))

    @torch.inference_mode()
    def encode_images(pixels: Features) -> Features:
        found: Features = model.encode_image(torch.from_numpy(pixels).to(device)).float().cpu().numpy()
        return found

    @torch.inference_mode()
    def encode_texts(texts: Sequence[str]) -> Features:
        rows = torch.tensor(tokenizer.rows(texts, context_length), device=device)
        found: Features = model.encode_text(rows).float().cpu().numpy()
        return found

    return encode_images, encode_texts
