"""Reads a written dataset the plain way, for comparison."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

SPLITS = ("train", "valid", "test")


def images(dataset: Path, split: str) -> dict[int, bytes]:
    lines = (dataset / f"{split}_imgs.tsv").read_text(encoding="utf-8").splitlines()
    return {int(image_id): base64.b64decode(encoded) for image_id, encoded in (line.split("\t") for line in lines)}


def texts(dataset: Path, split: str) -> list[dict[str, Any]]:
    lines = (dataset / f"{split}_texts.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def split_of(dataset: Path, picture: bytes) -> list[str]:
    """Every split that holds these bytes, once for each time."""
    return [split for split in SPLITS for found in images(dataset, split).values() if found == picture]
