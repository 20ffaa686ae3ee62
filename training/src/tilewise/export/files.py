"""Names and facts of exported files."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from tilewise.export.graph import extra_file_of

# As Chinese-CLIP's exporter has them: NAME.img.fp32.onnx, NAME.txt.fp16.onnx.
_SHORT = {"image": "img", "text": "txt"}


def onnx_file(folder: Path, name: str, tower: str, precision: str) -> Path:
    return folder / f"{name}.{_SHORT[tower]}.{precision}.onnx"


def file_facts(path: Path) -> dict[str, Any]:
    """Name, SHA-256 and size, read in blocks."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return {"file": path.name, "sha256": digest, "bytes": path.stat().st_size}


def graph_facts(path: Path) -> dict[str, Any]:
    """Those of a graph; `externalData` names the file that must lie beside it under the same name."""
    extra = extra_file_of(path)
    return {**file_facts(path), **({"externalData": [file_facts(extra)]} if extra.exists() else {})}
