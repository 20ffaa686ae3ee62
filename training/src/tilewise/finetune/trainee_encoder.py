"""A trainee as `tilewise evaluate` sees any model."""

from __future__ import annotations

import torch

from tilewise.evaluate.encoder import Encoder, Rules
from tilewise.evaluate.torch_towers import torch_rules, torch_towers
from tilewise.finetune.trainee import Trainee
from tilewise.preprocess import MEAN, STD


def trainee_rules(trainee: Trainee) -> Rules:
    return torch_rules(trainee.model, trainee.unknown_cosine)


def trainee_encoder(trainee: Trainee, device: torch.device, context_length: int) -> Encoder:
    encode_images, encode_texts = torch_towers(trainee.model, device, context_length)
    return Encoder(trainee.name, trainee.size, trainee_rules(trainee), encode_images, encode_texts, MEAN, STD)
