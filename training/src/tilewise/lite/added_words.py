"""Teaches a finished text graph words that it does not know: the word alone, spelled as given, gets a dimension."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from tilewise.tokenizer import UNKNOWN_ID

Rows = npt.NDArray[np.int64]
OUTPUT = "unnorm_text_features"
_BASE = "features_without_added_words"


def add_words(model: onnx.ModelProto, rows: Rows) -> onnx.ModelProto:
    """A graph whose output has one more dimension for each of `rows` [words, context], the ids of a whole text.

    A text with just these ids points at its word's dimension alone; every other text has zeros there and is what it
    was. A word inside a sentence stays unknown: the extension cuts a question down to its word first.
    """
    grown = onnx.ModelProto()
    grown.CopyFrom(model)
    if not len(rows):
        return grown
    graph = grown.graph
    (output,) = graph.output
    base_width = output.type.tensor_type.shape.dim[1].dim_value
    for node in graph.node:
        node.output[:] = [_BASE if name == OUTPUT else name for name in node.output]
    text = graph.input[0].name
    graph.initializer.extend(
        [
            numpy_helper.from_array(rows[None], "added.rows"),
            numpy_helper.from_array(np.array([1], np.int64), "added.axis"),
            numpy_helper.from_array(np.array(1, np.float32), "added.one"),
        ]
    )
    graph.node.extend(
        [
            helper.make_node("Unsqueeze", [text, "added.axis"], ["added.asked"]),
            helper.make_node("Equal", ["added.asked", "added.rows"], ["added.same"]),
            helper.make_node("Cast", ["added.same"], ["added.places"], to=TensorProto.FLOAT),
            helper.make_node("ReduceMin", ["added.places"], ["added.match"], axes=[2], keepdims=0),
            helper.make_node("ReduceMax", ["added.match"], ["added.any"], axes=[1], keepdims=1),
            helper.make_node("Sub", ["added.one", "added.any"], ["added.none"]),
            helper.make_node("Mul", [_BASE, "added.none"], ["added.kept"]),
            helper.make_node("Concat", ["added.kept", "added.match"], [OUTPUT], axis=1),
        ]
    )
    output.type.tensor_type.shape.dim[1].dim_value = base_width + len(rows)
    onnx.checker.check_model(grown)
    return grown


def is_spelled(row: Rows) -> bool:
    """Whether the vocabulary has half of a text's pieces, as in the lexicon; rare characters all have one id."""
    pieces = np.count_nonzero(row) - 2
    return bool(2 * np.count_nonzero(row == UNKNOWN_ID) <= pieces)
