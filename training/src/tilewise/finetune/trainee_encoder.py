"""A trainee as `tilewise evaluate` sees any model."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch

from tilewise.evaluate.encoder import Encoder, Features, Rules
from tilewise.finetune.trainee import Trainee
from tilewise.preprocess import MEAN, STD
from tilewise.tokenizer import Tokenizer, find_vocabulary, load_vocabulary


def trainee_rules(trainee: Trainee) -> Rules:
    model: Any = trainee.model
    return Rules(math.exp(model.logit_scale.item()), unknown_cosine=trainee.unknown_cosine)


def trainee_encoder(trainee: Trainee, device: torch.device, context_length: int) -> Encoder:
    model: Any = trainee.model.eval()
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

    return Encoder(trainee.name, trainee.size, trainee_rules(trainee), encode_images, encode_texts, MEAN, STD)
