"""Which words the finished model understands, and which it owns up to not knowing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tilewise.lite.lexicon import Lexicon
from tilewise.lite.phrases import load_phrases
from tilewise.onnx_model import OnnxModel

UNKNOWN = -1


@dataclass(frozen=True)
class WordFigures:
    """Shares from 0 to 1, and the words of the tables that came out wrong."""

    hand_words: float
    everyday_words: float
    everyday_words_in_new_phrases: float
    dictionary_words: float
    held_out_dictionary_words_right: float
    held_out_dictionary_words_unknown: float
    refused_words: float
    held_out_unknown_chinese: float
    held_out_unknown_english: float
    wrong_hand_words: list[str]
    wrong_refused_words: list[str]


def read_nodes(model: OnnxModel, texts: Sequence[str]) -> list[int]:
    """The node that each text points at, or UNKNOWN by the rule of model.json."""
    features = model.text_features(texts)
    distractor = model.text_features(model.distractors)[0]
    unknown = features @ distractor >= model.unknown_cosine
    nodes = features[:, :-2].argmax(axis=1)
    return [UNKNOWN if lost else int(node) for lost, node in zip(unknown, nodes, strict=True)]


def measure_words(model: OnnxModel, lexicon: Lexicon, sample: int, seed: int = 1) -> WordFigures:
    """`sample` words at most of each dictionary list; the hand-written tables are always checked whole."""
    rng = random.Random(seed)
    hand = _right(model, list(lexicon.hand), lexicon.hand)
    refused = read_nodes(model, lexicon.refused)
    everyday = sorted(lexicon.everyday)
    held = sorted(lexicon.held_known)
    held_nodes = read_nodes(model, held)
    strangers = rng.sample(lexicon.held_unknown, min(sample, len(lexicon.held_unknown)))
    dictionary = sorted(set(lexicon.known) - lexicon.everyday)
    return WordFigures(
        hand_words=_share(hand),
        everyday_words=_share(_right(model, everyday, lexicon.known)),
        everyday_words_in_new_phrases=_share(_right_in_phrases(model, rng, everyday, lexicon, sample)),
        dictionary_words=_share(_right(model, rng.sample(dictionary, min(sample, len(dictionary))), lexicon.known)),
        held_out_dictionary_words_right=_share(
            [n == lexicon.held_known[w] for w, n in zip(held, held_nodes, strict=True)]
        ),
        held_out_dictionary_words_unknown=_share([node == UNKNOWN for node in held_nodes]),
        refused_words=_share([node == UNKNOWN for node in refused]),
        held_out_unknown_chinese=_refusals(model, [word for word in strangers if not word.isascii()]),
        held_out_unknown_english=_refusals(model, [word for word in strangers if word.isascii()]),
        wrong_hand_words=[word for word, right in zip(lexicon.hand, hand, strict=True) if not right],
        wrong_refused_words=[w for w, node in zip(lexicon.refused, refused, strict=True) if node != UNKNOWN],
    )


def _right(model: OnnxModel, words: Sequence[str], meaning: dict[str, int]) -> list[bool]:
    return [node == meaning[word] for word, node in zip(words, read_nodes(model, words), strict=True)]


def _right_in_phrases(
    model: OnnxModel, rng: random.Random, words: Sequence[str], lexicon: Lexicon, sample: int
) -> list[bool]:
    chosen = rng.choices(words, k=sample)
    phrases = [rng.choice(load_phrases().of(word).held_out).format(word) for word in chosen]
    nodes = read_nodes(model, phrases)
    return [node == lexicon.known[word] for word, node in zip(chosen, nodes, strict=True)]


def _refusals(model: OnnxModel, words: Sequence[str]) -> float:
    return _share([node == UNKNOWN for node in read_nodes(model, words)])


def _share(flags: Sequence[bool]) -> float:
    return round(float(np.mean(flags)), 4) if flags else 1.0
