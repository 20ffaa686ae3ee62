"""Words and what they mean to the embedded model: a node of the embedding, or nothing that it knows."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from tilewise.lite.cedict import Entry, Traditional
from tilewise.lite.meaning import UNKNOWN, Meanings
from tilewise.lite.taxonomy import Group, ImageClass, Nodes
from tilewise.lite.wordnet import WordNet, plural
from tilewise.tokenizer import UNKNOWN_ID

# Text -> token ids.
Spell = Callable[[str], list[int]]
# One dictionary word in so many is kept out of training.
HELD_OUT_EVERY = 40


@dataclass(frozen=True)
class Tables:
    """The hand-written side: classes and groups with their names, words to refuse, English nouns not to rely on."""

    classes: list[ImageClass]
    groups: list[Group]
    refused: list[str]
    vague: frozenset[str]
    homonyms: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """`hand` are the words of the project's own tables, `everyday` they with their plurals and traditional forms.

    `known` and `unknown` have the words of the dictionaries too; `refused` are the unknown words of the tables.
    `held_known` and `held_unknown` are dictionary words kept out of training, to measure on. `unspellable` are words
    that the vocabulary cannot tell apart; they are unknown to the model.
    """

    nodes: Nodes
    hand: dict[str, int]
    everyday: frozenset[str]
    known: dict[str, int]
    refused: tuple[str, ...]
    unknown: tuple[str, ...]
    held_known: dict[str, int]
    held_unknown: tuple[str, ...]
    unspellable: tuple[str, ...]


def build_lexicon(tables: Tables, wordnet: WordNet, cedict: list[Entry], spell: Spell) -> Lexicon:
    nodes = Nodes()
    hand = _hand_words(tables, nodes)
    refused = [word for word in tables.refused if word not in hand]
    traditional = Traditional(cedict)
    known = dict(hand)
    _add_forms(known, refused, traditional)
    everyday = frozenset(known)
    _add_class_english(known, tables, wordnet, nodes, set(refused))
    _add_forms(known, refused, traditional)
    meanings = Meanings(wordnet, tables, nodes, known, set(refused))
    unknown = dict.fromkeys(refused)
    _add_cedict(known, unknown, cedict, meanings)
    _add_english(known, unknown, wordnet, meanings)
    unspellable = _take_unspellable(known, unknown, spell)
    used = _used(nodes, known)
    known = {word: used.add(nodes.sets[node]) for word, node in known.items()}
    kept_back = {word for word in (*known, *unknown) if _is_held_out(word)} - everyday - set(refused)
    return Lexicon(
        nodes=used,
        hand={word: known[word] for word in hand if word in known},
        everyday=everyday & set(known),
        known={word: node for word, node in known.items() if word not in kept_back},
        refused=tuple(word for word in refused if word in unknown),
        unknown=tuple(word for word in unknown if word not in kept_back),
        held_known={word: node for word, node in known.items() if word in kept_back},
        held_unknown=tuple(word for word in unknown if word in kept_back),
        unspellable=unspellable,
    )


def _take_unspellable(known: dict[str, int], unknown: dict[str, None], spell: Spell) -> tuple[str, ...]:
    """Removes words whose ids do not say which word it is, and unknown words spelled like a known one.

    CN-CLIP's vocabulary lacks rare characters: 蝾螈 and 鸸鹋 are the same two [UNK].
    """
    meanings: defaultdict[tuple[int, ...], set[int]] = defaultdict(set)
    for word, node in known.items():
        meanings[tuple(spell(word))].add(node)
    lost = [w for w in known if len(meanings[ids := tuple(spell(w))]) > 1 or 2 * ids.count(UNKNOWN_ID) > len(ids) - 2]
    for word in lost:
        del known[word]
    spelled = {tuple(spell(word)) for word in known}
    for word in [word for word in unknown if tuple(spell(word)) in spelled]:
        del unknown[word]
    unknown.update(dict.fromkeys(lost))
    return tuple(lost)


def _is_held_out(word: str) -> bool:
    return zlib.crc32(word.encode()) % HELD_OUT_EVERY == 0


def _hand_words(tables: Tables, nodes: Nodes) -> dict[str, int]:
    words: dict[str, int] = {}
    for group in tables.groups:
        node = nodes.add(group.classes)
        for name in group.chinese + group.english:
            if words.setdefault(name, node) != node:
                raise ValueError(f"groups.tsv: expected one meaning for {name!r}, found two")
    for image_class in tables.classes:
        for name in image_class.chinese:
            words.setdefault(name, image_class.index)
    return words


def _add_class_english(
    known: dict[str, int], tables: Tables, wordnet: WordNet, nodes: Nodes, refused: set[str]
) -> None:
    owners: defaultdict[str, set[int]] = defaultdict(set)
    for image_class in tables.classes:
        for lemma in wordnet.synsets[image_class.synset].lemmas:
            owners[lemma.lower()].add(image_class.index)
    for lemma, indices in owners.items():
        if lemma not in refused:
            known.setdefault(lemma, nodes.add(indices))


def _add_forms(known: dict[str, int], refused: list[str], traditional: Traditional) -> None:
    for word, node in list(known.items()):
        known.setdefault(plural(word) if word.isascii() else traditional.convert(word), node)
    taken = set(refused)
    for word in list(refused):
        form = word if word.isascii() else traditional.convert(word)
        if form not in taken and form not in known:
            refused.append(form)


def _add_cedict(known: dict[str, int], unknown: dict[str, None], cedict: list[Entry], meanings: Meanings) -> None:
    found: defaultdict[str, set[int | None]] = defaultdict(set)
    for entry in cedict:
        node = meanings.of_entry(entry)
        # Not a set: its order changes from run to run, and training draws words by their place.
        for word in dict.fromkeys((entry.simplified, entry.traditional)):
            found[word].add(node)
    for word, nodes in found.items():
        if word in known or word in unknown or len(nodes) > 1:
            continue
        (node,) = nodes
        if node == UNKNOWN:
            unknown[word] = None
        elif node is not None and len(word) > 1:
            known[word] = node


def _add_english(known: dict[str, int], unknown: dict[str, None], wordnet: WordNet, meanings: Meanings) -> None:
    for lemma in wordnet.senses:
        if lemma in known or lemma in unknown:
            continue
        node = meanings.of_english(lemma)
        if node == UNKNOWN and not meanings.ends_known(lemma):
            unknown[lemma] = None
        elif node is not None and node != UNKNOWN and not meanings.is_homonym(lemma):
            known[lemma] = node


def _used(nodes: Nodes, known: dict[str, int]) -> Nodes:
    """The nodes that a word points at; the single classes stay in any case."""
    kept = Nodes()
    for node in sorted(set(known.values())):
        kept.add(nodes.sets[node])
    return kept
