"""Opens what the person names: a folder with model.json, or a checkpoint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from tilewise.checkpoint.load import LoadedModel, load_model, read_checkpoint
from tilewise.devices import pick_device
from tilewise.evaluate.encoder import Encoder, Features, Rules
from tilewise.evaluate.torch_towers import torch_rules, torch_towers
from tilewise.faults import Fault, InputError
from tilewise.finetune.lite_trainee import lite_trainee
from tilewise.finetune.trainee_encoder import trainee_encoder
from tilewise.lite.lite_model import build_lite_model, is_lite
from tilewise.onnx_model import OnnxModel
from tilewise.preprocess import MEAN, STD
from tilewise.tokenizer import CONTEXT_LENGTH

MODEL_FILE = "model.json"


def open_encoder(path: Path, device: str = "auto", context_length: int = CONTEXT_LENGTH) -> Encoder:
    """Raises InputError for what is neither, ValueError for a device that is not there.

    An exported folder runs on ONNX Runtime's CPU, whatever the device.
    """
    if (path / MODEL_FILE).is_file():
        return folder_encoder(OnnxModel(path))
    if path.is_dir() or not path.exists():
        found = f"a folder without {MODEL_FILE}" if path.is_dir() else "nothing there"
        raise InputError(Fault(str(path), f"a checkpoint, or a folder with {MODEL_FILE}", found))
    picked = pick_device(device)
    read = read_checkpoint(path, mapped=True)
    if is_lite(read.extra):
        trainee = lite_trainee(build_lite_model(read.extra, read.weights, str(path)).to(picked))
        return trainee_encoder(trainee, picked, CONTEXT_LENGTH)
    return model_encoder(load_model(path, mapped=True), path.stem, picked, context_length)


def folder_encoder(model: OnnxModel) -> Encoder:
    manifest = model.manifest
    image, unknown = manifest["image"], manifest.get("unknown", {}).get("distractorCosine")
    rules = Rules(manifest["logitScale"], tuple(model.distractors), model.decision.threshold, unknown)

    def encode_texts(texts: Sequence[str]) -> Features:
        return model.text_features(texts)

    return Encoder(
        name=f"{manifest['name']} {manifest['version']}",
        size=image["size"],
        rules=rules,
        encode_images=model.run_image,
        encode_texts=encode_texts,
        mean=tuple(image["mean"]),
        std=tuple(image["std"]),
    )


def model_encoder(loaded: LoadedModel, name: str, device: torch.device, context_length: int) -> Encoder:
    model = loaded.model.to(device)
    encode_images, encode_texts = torch_towers(model, device, context_length)
    return Encoder(
        name=f"{name} ({loaded.architecture.vision_model})",
        size=loaded.architecture.resolution,
        rules=torch_rules(model),
        encode_images=encode_images,
        encode_texts=encode_texts,
        mean=MEAN,
        std=STD,
    )


def with_rules(encoder: Encoder, threshold: float | None, distractors: tuple[str, ...] | None) -> Encoder:
    """The person's own threshold and distractors in place of the model's."""
    rules = encoder.rules
    if threshold is not None:
        rules = replace(rules, threshold=threshold)
    if distractors is not None:
        rules = replace(rules, distractors=distractors)
    return replace(encoder, rules=rules)
