"""That an ONNX file says what PyTorch says: cosines of the embeddings, batch by batch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped]
import torch
from torch import Tensor

from tilewise.export.graph import Port
from tilewise.tokenizer import Tokenizer, find_vocabulary, load_vocabulary

Features = npt.NDArray[np.float32]
# One tile alone, and a whole grid of nine.
BATCHES = (1, 9)
# Least cosine of any row. int8 is measured and told, not bounded: what it loses is the person's to weigh.
BOUNDS = {"fp32": 0.99999, "fp16": 0.999}
# Of one character, of many, with letters, and one longer than the context.
WORDS = (
    "船",
    "公交车",
    "红绿灯",
    "K哥爬虫",
    "一辆红色的double-decker公交车",
    "自行车",
    "斑马线",
    "a cat",
    "公交车" * 40,
)
_SEED = 20


@dataclass(frozen=True)
class Parity:
    """`cosine` is the least of all rows, `difference` the largest of any number."""

    tower: str
    precision: str
    batch: int
    cosine: float
    difference: float
    bound: float | None

    @property
    def holds(self) -> bool:
        return self.bound is None or self.cosine >= self.bound

    def record(self) -> dict[str, Any]:
        return asdict(self)

    def __str__(self) -> str:
        asked = "" if self.bound is None else f" (at least {self.bound})"
        return f"{self.tower} {self.precision} batch {self.batch}: cosine {self.cosine:.7f}{asked}"


def probe_images(resolution: int) -> Tensor:
    """[9, 3, resolution, resolution], seeded, spread as normalised pictures are."""
    return torch.randn(max(BATCHES), 3, resolution, resolution, generator=torch.Generator().manual_seed(_SEED))


def probe_texts(context_length: int) -> Tensor:
    """[9, context_length] of real words."""
    return torch.tensor(Tokenizer(load_vocabulary(find_vocabulary())).rows(WORDS, context_length))


@dataclass(frozen=True)
class Probe:
    """What a tower is asked, and what cn_clip's own method answers for each batch."""

    tower: str
    port: Port
    inputs: Tensor
    expected: Mapping[int, Features]


@torch.no_grad()
def reference_features(encode: Any, probe: Tensor) -> dict[int, Features]:
    """What cn_clip's own method says for each batch."""
    return {batch: encode(probe[:batch]).float().numpy() for batch in BATCHES}


def measure_parity(path: Path, probe: Probe, precision: str) -> list[Parity]:
    """Runs the file on ONNX Runtime's CPU."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # Threads that wait by spinning take the machine from everything else while a large model is checked.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    results = []
    for batch, reference in probe.expected.items():
        found: Features = session.run([probe.port.output], {probe.port.input: probe.inputs[:batch].numpy()})[0]
        if found.shape != reference.shape:
            raise ValueError(f"{path.name}: expected features of shape {reference.shape}, found {found.shape}")
        difference = float(np.abs(found - reference).max())
        cosine = least_cosine(found, reference)
        results.append(Parity(probe.tower, precision, batch, cosine, difference, BOUNDS.get(precision)))
    return results


def least_cosine(found: Features, expected: Features) -> float:
    """NaN where a row is not finite or has no length, which holds no bound."""
    a, b = found.astype(np.float64), expected.astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        cosines = (a * b).sum(1) / np.linalg.norm(a, axis=1) / np.linalg.norm(b, axis=1)
    return float(cosines.min())
