"""A smaller, faster file for the CPU: matrices as int8, their inputs quantised as they come."""

from __future__ import annotations

import logging
from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic  # type: ignore[import-untyped]

from tilewise.export.graph import extra_file_of, save_graph
from tilewise.onnx_export import store_weights_as_half

# Convolutions stay as they are: ONNX Runtime's integer convolution measured slower than its float one.
_OPERATORS = ["MatMul", "Gemm"]


def write_int8(source: Path, path: Path) -> None:
    """From the fp32 file. Weights that stay float (convolutions, word embeddings) are stored as fp16."""
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.ERROR)  # the quantiser advises a step that fails on graphs above 2 GiB
    try:
        quantize_dynamic(
            source,
            path,
            op_types_to_quantize=_OPERATORS,
            per_channel=True,
            weight_type=QuantType.QInt8,
            use_external_data_format=extra_file_of(source).exists(),
        )
    finally:
        root.setLevel(level)
    model = onnx.load(path)
    # Where the quantiser put the weights beside the graph.
    path.with_name(path.name + ".data").unlink(missing_ok=True)
    store_weights_as_half(model)
    save_graph(model, path, extra_file=False)
