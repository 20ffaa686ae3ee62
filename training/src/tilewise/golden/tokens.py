"""Texts with the token rows that Chinese-CLIP's own tokenizer gives them."""

from __future__ import annotations

import importlib.util
from types import ModuleType
from typing import Any

from tilewise.golden.texts import golden_texts

CONTEXT_LENGTH = 52


def token_cases() -> dict[str, Any]:
    """`rows` holds ids without the zeros that pad each row to `contextLength`."""
    tokenizer = _bert_tokenizer().FullTokenizer()
    texts = golden_texts()
    return {"contextLength": CONTEXT_LENGTH, "texts": texts, "rows": [_row(tokenizer, text) for text in texts]}


def _row(tokenizer: Any, text: str) -> list[int]:
    """The line of `cn_clip.clip.tokenize` that makes one row."""
    pieces = tokenizer.convert_tokens_to_ids(tokenizer.tokenize(text))[: CONTEXT_LENGTH - 2]
    return [tokenizer.vocab["[CLS]"], *pieces, tokenizer.vocab["[SEP]"]]


def _bert_tokenizer() -> ModuleType:
    """cn_clip/clip/bert_tokenizer.py by its path: importing `cn_clip.clip` would need torchvision."""
    package = importlib.util.find_spec("cn_clip")
    if package is None or not package.submodule_search_locations:
        raise ValueError("expected the package cn-clip (pip install --no-deps cn-clip), found none")
    path = f"{next(iter(package.submodule_search_locations))}/clip/bert_tokenizer.py"
    spec = importlib.util.spec_from_file_location("cn_clip_bert_tokenizer", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"expected a Python module at {path}, found none")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
