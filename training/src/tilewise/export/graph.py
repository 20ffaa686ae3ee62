"""PyTorch -> ONNX files, with their weights beside them where one file could not hold them."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from tilewise.onnx_export import OPSET

# Chinese-CLIP's exporter names the file of weights so; the graph holds this name, so the two stay together.
EXTRA_ENDING = ".extra_file"
# protobuf ends at 2 GiB; below this the graph can hold its weights itself.
MAX_INLINE_BYTES = 1_900_000_000
# As Chinese-CLIP's exporter: smaller tensors stay in the graph.
_EXTRA_FROM_BYTES = 1024


@dataclass(frozen=True)
class Port:
    """Input and output of a tower, as Chinese-CLIP names them."""

    input: str
    output: str


IMAGE_PORT = Port("image", "unnorm_image_features")
TEXT_PORT = Port("text", "unnorm_text_features")


def write_graph(tower: nn.Module, port: Port, example: Tensor, path: Path, extra_file: bool) -> None:
    """The batch is free, the other sizes are the example's. `extra_file`: weights beside the graph whatever their size.

    The tower is put in eval mode first: export keeps the mode it finds, and batch norms would change with it.
    """
    tower.eval()
    scratch = Path(tempfile.mkdtemp(prefix=".graph-", dir=path.parent))
    try:
        with warnings.catch_warnings(), torch.no_grad():
            # TorchScript's exporter announces its successor, which loses the free batch.
            warnings.simplefilter("ignore")
            torch.onnx.export(
                tower,
                (example,),
                str(scratch / path.name),
                input_names=[port.input],
                output_names=[port.output],
                dynamic_axes={port.input: {0: "batch"}, port.output: {0: "batch"}},
                opset_version=OPSET,
                dynamo=False,
            )
        large = weight_bytes(tower) > MAX_INLINE_BYTES
        save_graph(onnx.load(scratch / path.name), path, extra_file or large)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def save_graph(model: onnx.ModelProto, path: Path, extra_file: bool) -> None:
    """Replaces `path` and its extra file. The model given is emptied of its weights when they go beside it."""
    for old in (path, extra_file_of(path)):
        old.unlink(missing_ok=True)
    if extra_file:
        onnx.save_model(
            model,
            path,
            save_as_external_data=True,
            all_tensors_to_one_file=True,
            location=extra_file_of(path).name,
            size_threshold=_EXTRA_FROM_BYTES,
        )
        # onnx makes the file for its owner alone; both halves of a model are read by the same people.
        extra_file_of(path).chmod(path.stat().st_mode)
    else:
        onnx.save_model(model, path)
    onnx.checker.check_model(path)


def extra_file_of(path: Path) -> Path:
    return path.with_name(path.name + EXTRA_ENDING)


def weight_bytes(tower: nn.Module) -> int:
    return sum(value.numel() * value.element_size() for value in tower.state_dict().values())
