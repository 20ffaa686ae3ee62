"""The embedded model's text graph on ONNX Runtime, as something that PyTorch code can ask."""

from __future__ import annotations

import numpy as np
import onnx
import onnxruntime  # type: ignore[import-untyped]
import torch
from torch import Tensor

from tilewise.lite.added_words import Rows, add_words

BATCH = 64


class TextReader:
    """Features of rows of ids. Every different row is read once: the graph does not change while others learn."""

    def __init__(self, graph: bytes, added: Rows) -> None:
        self.graph = graph
        model = add_words(onnx.load_from_string(graph), added)
        self.model = model
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(model.SerializeToString(), options)
        self._input = model.graph.input[0].name
        self._known: dict[bytes, Tensor] = {}

    def __call__(self, rows: Tensor) -> Tensor:
        """[B, context] -> `unnorm_text_features` [B, dimension] on the rows' device."""
        ids = rows.cpu().numpy().astype(np.int64)
        keys = [row.tobytes() for row in ids]
        lacking = {key: row for key, row in zip(keys, ids, strict=True) if key not in self._known}
        batch = list(lacking.values())
        for start in range(0, len(batch), BATCH):
            found = self._session.run(None, {self._input: np.stack(batch[start : start + BATCH])})[0]
            for key, row in zip(list(lacking)[start : start + BATCH], found, strict=True):
                self._known[key] = torch.from_numpy(row)
        return torch.stack([self._known[key] for key in keys]).to(rows.device)
