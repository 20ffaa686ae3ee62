"""Settings from a TOML file: the options' names as keys, with - or _. What the command line says wins."""

from __future__ import annotations

import tomllib
import types
import typing
from dataclasses import fields
from pathlib import Path
from typing import Any

from tilewise.faults import Fault, InputError, shorten
from tilewise.finetune.settings import FinetuneSettings

_KINDS = {bool: "true or false", int: "a whole number", float: "a number", str: "a string", Path: "a path as string"}


def read_settings_file(path: Path) -> dict[str, Any]:
    """Fields of FinetuneSettings. Paths are relative to the file. Raises InputError naming file, key and value."""
    if not path.is_file():
        raise InputError(Fault(str(path), "a TOML file", "none"))
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(Fault(str(path), "TOML", str(error))) from error
    kinds = typing.get_type_hints(FinetuneSettings)
    names = {field.name for field in fields(FinetuneSettings)}
    found: dict[str, Any] = {}
    for key, value in content.items():
        name = key.replace("-", "_")
        if name not in names:
            raise InputError(Fault(f"{path}: {key}", "an option of tilewise finetune", "no such option"))
        found[name] = _convert(value, _plain(kinds[name]), f"{path}: {key}", path.parent)
    return found


def _plain(kind: Any) -> type:
    """Without None; a Literal is a string."""
    options = [one for one in typing.get_args(kind) if one is not types.NoneType] or [kind]
    return options[0] if isinstance(options[0], type) else str


def _convert(value: Any, kind: type, where: str, folder: Path) -> Any:
    if kind is Path and isinstance(value, str):
        return folder / value
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise InputError(Fault(where, _KINDS[kind], shorten(value)))
    return value
