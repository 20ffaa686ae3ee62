"""What an English noun, and through it an entry of CC-CEDICT, means to the model. Only relations that hold are used."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tilewise.lite.cedict import Entry
from tilewise.lite.taxonomy import Nodes
from tilewise.lite.wordnet import WordNet

if TYPE_CHECKING:
    from tilewise.lite.lexicon import Tables

# Certainly outside the taxonomy. None, in contrast, means 'cannot tell': such words are not used at all.
UNKNOWN = -1
# Kinds of a class (a breed, a model) look like it; further down WordNet names parts and oddities.
DEEPEST_KIND = 2


class Meanings:
    def __init__(
        self, wordnet: WordNet, tables: Tables, nodes: Nodes, known: dict[str, int], refused: set[str]
    ) -> None:
        self._wordnet = wordnet
        self._known = known
        self._refused = refused
        self._vague = tables.vague
        self._homonyms = tables.homonyms
        self._nodes = nodes
        self._class_of = {image_class.synset: image_class.index for image_class in tables.classes}
        below: defaultdict[int, set[int]] = defaultdict(set)
        for image_class in tables.classes:
            for synset in wordnet.ancestors(image_class.synset):
                below[synset].add(image_class.index)
        self._below = below
        self._last_words = {word.rsplit(" ", 1)[-1] for word in known if word.isascii()}

    def of_english(self, name: str) -> int | None:
        """A node, UNKNOWN, or None where the senses of the noun disagree."""
        name = name.lower()
        if name in self._refused:
            return UNKNOWN
        if name in self._known:
            return self._known[name]
        senses = [self._of_synset(synset) for synset in self._wordnet.find(name)]
        if not senses:
            return None
        if senses[0] == UNKNOWN and any(sense != UNKNOWN for sense in senses):
            return None
        return senses[0]

    def of_entry(self, entry: Entry) -> int | None:
        """The meaning of the first gloss; UNKNOWN only if no gloss comes near anything known."""
        if not entry.glosses:
            return UNKNOWN
        first = self.of_english(entry.glosses[0])
        if self.is_homonym(entry.glosses[0]):
            return None
        if first is not None and first != UNKNOWN:
            return None if entry.is_name else first
        others = [self.of_english(gloss) for gloss in entry.glosses]
        if any(node is not None and node != UNKNOWN for node in others):
            return None
        if any(self.ends_known(gloss) for gloss in entry.glosses):
            return None
        return UNKNOWN

    def is_homonym(self, name: str) -> bool:
        return name.lower() in self._homonyms

    def ends_known(self, gloss: str) -> bool:
        """'delivery truck' ends in something known, 'fire hydrant' and 'zebra crossing' do not."""
        head = gloss.lower().split(" of ")[0].split(" for ")[0].split(" with ")[0]
        last = head.rsplit(" ", 1)[-1]
        return head not in self._refused and (last in self._last_words or last.removesuffix("s") in self._last_words)

    def _of_synset(self, offset: int) -> int:
        if offset in self._class_of:
            return self._class_of[offset]
        if offset in self._below:
            return self._of_ancestor(offset)
        level = [offset]
        for _ in range(DEEPEST_KIND):
            level = [above for synset in level for above in self._wordnet.synsets[synset].hypernyms]
            kinds = {self._class_of[synset] for synset in level if synset in self._class_of}
            if len(kinds) == 1:
                return kinds.pop()
        return UNKNOWN

    def _of_ancestor(self, offset: int) -> int:
        lemmas = self._wordnet.synsets[offset].lemmas
        if len(self._below[offset]) < 2 or any(lemma.lower() in self._vague for lemma in lemmas):
            return UNKNOWN
        return self._nodes.add(self._below[offset])
