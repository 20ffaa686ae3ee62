"""cn_clip's model code without `cn_clip.clip.__init__`, which asks for torchvision that the model itself never uses."""

from __future__ import annotations

import importlib
import sys
import types
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from torch import nn

_PACKAGE = "cn_clip.clip"


@cache
def clip_class() -> type[nn.Module]:
    """cn_clip's CLIP. Raises ValueError when cn-clip is not installed."""
    if _PACKAGE in sys.modules:
        model = importlib.import_module(f"{_PACKAGE}.model")
        found: type[nn.Module] = model.CLIP
        return found
    return _import_alone()


def clip_folder() -> Path:
    """Where cn_clip keeps its model code, its configurations and its vocabulary."""
    spec = find_spec("cn_clip")
    if spec is None or not spec.submodule_search_locations:
        raise ValueError("expected the package cn-clip (pip install --no-deps cn-clip), found none")
    return Path(next(iter(spec.submodule_search_locations))) / "clip"


def _import_alone() -> type[nn.Module]:
    """Imports the model below an empty stand-in for the package, and takes the stand-in away again.

    Whoever imports cn_clip afterwards gets the whole package, untouched.
    """
    stand_in: Any = types.ModuleType(_PACKAGE)
    stand_in.__path__ = [str(clip_folder())]
    importlib.import_module("cn_clip")
    sys.modules[_PACKAGE] = stand_in
    try:
        stand_in._tokenizer = importlib.import_module(f"{_PACKAGE}.bert_tokenizer").FullTokenizer()
        found: type[nn.Module] = importlib.import_module(f"{_PACKAGE}.model").CLIP
        return found
    finally:
        for name in [name for name in sys.modules if name == _PACKAGE or name.startswith(f"{_PACKAGE}.")]:
            del sys.modules[name]
        vars(sys.modules["cn_clip"]).pop("clip", None)
