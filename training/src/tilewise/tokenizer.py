"""Chinese-CLIP's BERT wordpieces: the same ids as `cn_clip.clip.tokenize`, without its torchvision import."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

CONTEXT_LENGTH = 52
PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
# The id of [UNK] in CN-CLIP's vocabulary.
UNKNOWN_ID = 100
# BERT gives a longer run of letters the unknown token without looking at its pieces.
MAX_WORD_LENGTH = 200

_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)
# BERT counts these ASCII signs as punctuation although Unicode calls some of them symbols.
_ASCII_PUNCTUATION = ((33, 47), (58, 64), (91, 96), (123, 126))


def find_vocabulary() -> Path:
    """The vocabulary file inside the installed cn-clip package (21,128 wordpieces)."""
    spec = find_spec("cn_clip")
    if spec is None or not spec.submodule_search_locations:
        raise ValueError("expected the package cn-clip to be installed (pip install --no-deps cn-clip), found none")
    return Path(next(iter(spec.submodule_search_locations))) / "clip" / "vocab.txt"


def load_vocabulary(path: Path) -> dict[str, int]:
    """Wordpiece -> id, one wordpiece a line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return {line.strip(): index for index, line in enumerate(lines[:-1] if lines[-1] == "" else lines)}


class Tokenizer:
    """Text -> ids `[CLS] pieces [SEP]`, lower-cased, accents removed, cut at the context length."""

    def __init__(self, vocabulary: dict[str, int]) -> None:
        self._vocabulary = vocabulary

    def ids(self, text: str, context_length: int = CONTEXT_LENGTH) -> list[int]:
        pieces = [piece for word in _words(text) for piece in self._pieces(word)]
        tokens = [START, *pieces[: context_length - 2], END]
        return [self._vocabulary[token] for token in tokens]

    def rows(self, texts: Iterable[str], context_length: int = CONTEXT_LENGTH) -> list[list[int]]:
        """Rows padded with 0 to the context length."""
        padded = []
        for text in texts:
            ids = self.ids(text, context_length)
            padded.append(ids + [0] * (context_length - len(ids)))
        return padded

    def _pieces(self, word: str) -> list[str]:
        if len(word) > MAX_WORD_LENGTH:
            return [UNKNOWN]
        pieces, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start:
                piece = ("##" if start else "") + word[start:end]
                if piece in self._vocabulary:
                    break
                end -= 1
            if end == start:
                return [UNKNOWN]
            pieces.append(piece)
            start = end
        return pieces


def _words(text: str) -> Iterator[str]:
    spaced = "".join(_space_ideograph(character) for character in text if not _is_dropped(character))
    for token in spaced.split():
        yield from _split_punctuation(_strip_accents(token.lower()))


def _is_dropped(character: str) -> bool:
    if character in "\t\n\r":
        return False
    return ord(character) in (0, 0xFFFD) or unicodedata.category(character) in ("Cc", "Cf")


def _space_ideograph(character: str) -> str:
    code = ord(character)
    if character in " \t\n\r" or unicodedata.category(character) == "Zs":
        return " "
    return f" {character} " if any(low <= code <= high for low, high in _IDEOGRAPHS) else character


def _strip_accents(token: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", token) if unicodedata.category(c) != "Mn")


def _split_punctuation(token: str) -> Iterator[str]:
    word = ""
    for character in token:
        if _is_punctuation(character):
            if word:
                yield word
            yield character
            word = ""
        else:
            word += character
    if word:
        yield word


def _is_punctuation(character: str) -> bool:
    code = ord(character)
    in_ascii = any(low <= code <= high for low, high in _ASCII_PUNCTUATION)
    return in_ascii or unicodedata.category(character).startswith("P")
