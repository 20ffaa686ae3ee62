"""`tilewise evaluate`: whatever the data allows to be measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from tilewise.evaluate.classes import LabelledFeatures, class_features, few_shot, zero_shot
from tilewise.evaluate.data import LabelledPictures, is_dataset, read_label_folders, read_split
from tilewise.evaluate.encoder import Encoder, Features
from tilewise.evaluate.grids import evaluate_grids, read_grids
from tilewise.evaluate.recall import Side, recall

PLAIN = ("{}",)
# Captions, most of them of one picture, are no classes: guessing among them says nothing that recall does not.
_PICTURES_PER_CLASS = 2


@dataclass(frozen=True)
class EvaluateSettings:
    """`templates`: texts of a class, `{}` is its name. `shots`: k-shot runs; `seeds`: draws of the k pictures."""

    split: str | None = None
    templates: Sequence[str] = PLAIN
    shots: Sequence[int] = ()
    seeds: Sequence[int] = (0, 1, 2)


def chinese_clip_templates() -> tuple[str, ...]:
    """The texts that Chinese-CLIP's zero-shot figures were measured with."""
    module = import_module("cn_clip.eval.cvinw_zeroshot_templates")
    return tuple(template("{}") for template in module.openai_templates)


def evaluate(encoder: Encoder, data: Path, settings: EvaluateSettings) -> dict[str, Any]:
    """A file: grids. A dataset: recall both ways, and classes where texts are classes. Other folders: classes."""
    result: dict[str, Any] = {"model": encoder.name, "data": str(data)}
    if data.is_file():
        return result | evaluate_grids(encoder, read_grids(data))
    if is_dataset(data):
        return result | _dataset(encoder, data, settings)
    pictures = read_label_folders(data)
    return result | _classes(encoder, pictures, encoder.images(pictures.read()), settings)


def _dataset(encoder: Encoder, data: Path, settings: EvaluateSettings) -> dict[str, Any]:
    pairs = read_split(data, settings.split)
    image_ids = [picture.image_id for picture in pairs.pictures if picture.image_id is not None]
    images = Side(image_ids, encoder.images(pairs.read()))
    texts = Side([line.text_id for line in pairs.texts], encoder.texts(line.text for line in pairs.texts))
    of_image: dict[int, set[int]] = {}
    for line in pairs.texts:
        for image_id in line.image_ids:
            of_image.setdefault(image_id, set()).add(line.text_id)
    of_text = {line.text_id: set(line.image_ids) for line in pairs.texts}
    result: dict[str, Any] = {
        "split": pairs.name,
        "recall": {
            "text_to_image": recall(texts, images, of_text),
            "image_to_text": recall(images, texts, of_image),
        },
    }
    pictures = pairs.as_classes()
    if len(pictures.pictures) < _PICTURES_PER_CLASS * len(pictures.classes):
        return result
    rows = {image_id: row for row, image_id in enumerate(image_ids)}
    features = images.features[
        [rows[picture.image_id] for picture in pictures.pictures if picture.image_id is not None]
    ]
    return result | _classes(encoder, pictures, features, settings)


def _classes(
    encoder: Encoder, pictures: LabelledPictures, features: Features, settings: EvaluateSettings
) -> dict[str, Any]:
    texts = class_features(encoder, pictures.classes, settings.templates)
    data = LabelledFeatures(np.asarray(features), pictures.labels, pictures.classes)
    result: dict[str, Any] = {"zero_shot": zero_shot(data, texts)}
    if settings.shots:
        result["few_shot"] = [few_shot(data, texts, shots, settings.seeds) for shots in settings.shots]
    return result
