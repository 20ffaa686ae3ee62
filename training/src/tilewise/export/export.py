"""`tilewise export`: a checkpoint -> ONNX files whose equality with PyTorch was measured, or nothing."""

from __future__ import annotations

import gc
import math
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import onnx
from torch import nn

from tilewise.checkpoint.detect import detect
from tilewise.checkpoint.load import LoadedModel, build_model, read_checkpoint
from tilewise.export.files import file_facts, onnx_file
from tilewise.export.graph import IMAGE_PORT, TEXT_PORT, extra_file_of, save_graph, write_graph
from tilewise.export.int8 import write_int8
from tilewise.export.lite import export_lite
from tilewise.export.model_json import VOCABULARY_FILE, Description, Exported, write_model_json
from tilewise.export.parity import Parity, Probe, measure_parity, probe_images, probe_texts, reference_features
from tilewise.export.towers import image_tower, text_tower
from tilewise.lite.lite_model import is_lite
from tilewise.onnx_export import store_weights_as_half
from tilewise.staging import refuse_to_overwrite, staged_folder
from tilewise.tokenizer import CONTEXT_LENGTH, find_vocabulary

# The batch that is traced: of one, some operators lose the dimension.
_EXAMPLE_BATCH = 2
Precision = Literal["fp32", "fp16", "int8"]


@dataclass(frozen=True)
class ExportSettings:
    """`name`: of the files, the scale's by default. `described`: the precision that model.json names.

    `half_arithmetic`: fp16 files do not only store halves, they calculate with them.
    """

    name: str | None = None
    description: Description = field(default_factory=Description)
    vision_model: str | None = None
    text_model: str | None = None
    context_length: int = CONTEXT_LENGTH
    described: Precision = "fp32"
    half_arithmetic: bool = True
    int8: bool = False
    force: bool = False


@dataclass
class _Tower:
    """One tower on its way: `module` is dropped as soon as its files are written."""

    module: nn.Module
    probe: Probe
    parities: list[Parity] = field(default_factory=list)


def export_checkpoint(checkpoint: Path, out: Path, settings: ExportSettings) -> dict[str, Any]:
    """Raises InputError for a checkpoint that is no known scale, ValueError when equality is below its bound."""
    refuse_to_overwrite(out, settings.force)
    read = read_checkpoint(checkpoint, mapped=True)
    if is_lite(read.extra):
        return export_lite(read, out, settings)
    arch = detect(read.weights, str(checkpoint), settings.vision_model, settings.text_model)
    model = build_model(arch, read.weights, str(checkpoint))
    extra = read.extra
    del read
    return export_model(LoadedModel(model, arch, extra), out, settings)


def export_model(loaded: LoadedModel, out: Path, settings: ExportSettings) -> dict[str, Any]:
    """Returns the report: parity of every file and batch, file facts, and the architecture."""
    if settings.described == "int8" and not settings.int8:
        raise ValueError("expected --int8 beside --model-json int8, found none")
    if loaded.model.training:
        # Batch norms would be measured, and exported, with the probe's own statistics.
        raise ValueError("expected a model in eval mode, found one in train mode")
    arch = loaded.architecture
    name = settings.name or arch.vision_model.lower()
    scale = math.exp(loaded.model.get_parameter("logit_scale").item())
    towers = _towers(loaded, settings.context_length)
    del loaded
    parities: list[Parity] = []
    with staged_folder(out, settings.force) as stage:
        while towers:
            parities += _export_tower(towers.pop(0), stage, name, settings)
        shutil.copyfile(find_vocabulary(), stage / VOCABULARY_FILE)
        exported = Exported(name, arch, settings.described, settings.context_length, scale)
        write_model_json(stage, exported, settings.description)
        files = [file_facts(path) for path in sorted(stage.iterdir())]
    return {
        "vision_model": arch.vision_model,
        "text_model": arch.text_model,
        "described": settings.described,
        "parity": [parity.record() for parity in parities],
        "files": files,
    }


def _towers(loaded: LoadedModel, context_length: int) -> list[_Tower]:
    """Both with what cn_clip itself says for the probes; afterwards the model is not needed as a whole."""
    model: Any = loaded.model
    images, texts = probe_images(loaded.architecture.resolution), probe_texts(context_length)
    image, text = reference_features(model.encode_image, images), reference_features(model.encode_text, texts)
    return [
        _Tower(image_tower(model), Probe("image", IMAGE_PORT, images, image)),
        _Tower(text_tower(model, context_length), Probe("text", TEXT_PORT, texts, text)),
    ]


def _export_tower(tower: _Tower, stage: Path, name: str, settings: ExportSettings) -> list[Parity]:
    probe = tower.probe
    paths = {precision: onnx_file(stage, name, probe.tower, precision) for precision in ("fp32", "fp16", "int8")}
    example = probe.inputs[:_EXAMPLE_BATCH]
    write_graph(tower.module, probe.port, example, paths["fp32"], extra_file=False)
    _check(tower, paths["fp32"], "fp32")
    if settings.int8:
        write_int8(paths["fp32"], paths["int8"])
        _check(tower, paths["int8"], "int8")
    if settings.half_arithmetic:
        write_graph(tower.module.half(), probe.port, example, paths["fp16"], extra_file=True)
    else:
        model = onnx.load(paths["fp32"])
        store_weights_as_half(model)
        save_graph(model, paths["fp16"], extra_file=True)
        del model
    tower.module = nn.Identity()
    gc.collect()
    _check(tower, paths["fp16"], "fp16")
    return tower.parities


def _check(tower: _Tower, path: Path, precision: Precision) -> None:
    found = measure_parity(path, tower.probe, precision)
    tower.parities += found
    failed = [str(parity) for parity in found if not parity.holds]
    if failed:
        extra = f" and {extra_file_of(path).name}" if extra_file_of(path).exists() else ""
        raise ValueError(f"{path.name}{extra}: expected the features of PyTorch, found {'; '.join(failed)}")
