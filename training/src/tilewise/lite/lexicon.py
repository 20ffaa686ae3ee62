"""Words and what they mean to the embedded model: a node of the embedding, or nothing that it knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tilewise.lite.cedict import Entry, Traditional
from tilewise.lite.taxonomy import Group, ImageClass, Nodes
from tilewise.lite.wordnet import WordNet, plural


@dataclass(frozen=True)
class Lexicon:
    """`hand` are the words of the project's own tables, `known` has them and more; `unknown` name no node."""

    nodes: Nodes
    hand: dict[str, int]
    known: dict[str, int]
    unknown: tuple[str, ...]


def build_lexicon(
    classes: list[ImageClass], groups: list[Group], wordnet: WordNet, cedict: list[Entry], refused: Iterable[str] = ()
) -> Lexicon:
    nodes = Nodes()
    hand = _hand_words(classes, groups, nodes)
    traditional = Traditional(cedict)
    known = dict(hand)
    for word, node in _english_words(classes, wordnet, nodes).items():
        known.setdefault(word, node)
    for word, node in list(known.items()):
        known.setdefault(plural(word) if word.isascii() else traditional.convert(word), node)
    unknown = _unknown_words(known, cedict, refused)
    return Lexicon(nodes, hand, known, unknown)


def _hand_words(classes: list[ImageClass], groups: list[Group], nodes: Nodes) -> dict[str, int]:
    words: dict[str, int] = {}
    for group in groups:
        for name in group.chinese + group.english:
            words[name] = nodes.add(group.classes)
    for image_class in classes:
        for name in image_class.chinese:
            words.setdefault(name, image_class.index)
    return words


def _english_words(classes: list[ImageClass], wordnet: WordNet, nodes: Nodes) -> dict[str, int]:
    owners: defaultdict[str, set[int]] = defaultdict(set)
    for image_class in classes:
        for lemma in wordnet.synsets[image_class.synset].lemmas:
            owners[lemma.lower()].add(image_class.index)
    return {lemma: nodes.add(indices) for lemma, indices in owners.items()}


def _unknown_words(known: dict[str, int], cedict: list[Entry], refused: Iterable[str]) -> tuple[str, ...]:
    unknown: dict[str, None] = dict.fromkeys(word for word in refused if word not in known)
    for entry in cedict:
        if any(gloss.lower() in known for gloss in entry.glosses):
            continue
        for word in (entry.simplified, entry.traditional):
            if word not in known:
                unknown.setdefault(word)
    return tuple(unknown)
