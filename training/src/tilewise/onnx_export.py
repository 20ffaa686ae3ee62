"""PyTorch -> ONNX with a dynamic batch, large weights stored as fp16 and computed as fp32."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

# The newest that ONNX Runtime Web's WebGPU provider covers for every operator used here.
OPSET = 17
# Smaller tensors (biases, norms, shapes) stay fp32: they cost nothing and carry the ranges.
MIN_HALF_ELEMENTS = 2048


@dataclass(frozen=True)
class Port:
    """Names and an example input of one tower."""

    input: str
    output: str
    example: torch.Tensor


def export_onnx(module: torch.nn.Module, port: Port, path: Path, half_weights: bool = True) -> None:
    """Writes the graph; the module is put in eval mode first, or batch norms would move during export."""
    module.eval()
    path.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            (port.example,),
            str(path),
            input_names=[port.input],
            output_names=[port.output],
            dynamic_axes={port.input: {0: "batch"}, port.output: {0: "batch"}},
            opset_version=OPSET,
            dynamo=False,
        )
    model = onnx.load_model(path)
    if half_weights:
        store_weights_as_half(model)
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())


def store_weights_as_half(model: onnx.ModelProto) -> None:
    """Large fp32 weights become fp16 with a Cast in front; ONNX Runtime folds the Cast when it loads the model."""
    casts = []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if tensor.data_type != TensorProto.FLOAT or values.size < MIN_HALF_ELEMENTS:
            continue
        stored = tensor.name + ".half"
        casts.append(helper.make_node("Cast", [stored], [tensor.name], to=TensorProto.FLOAT))
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), stored))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
