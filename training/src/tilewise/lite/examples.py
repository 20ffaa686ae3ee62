"""Draws what the text tower learns from: known words, words to refuse, dictionary words, and made-up strings."""

from __future__ import annotations

import random
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from tilewise.lite.lexicon import Lexicon
from tilewise.lite.phrases import load_phrases, wrap
from tilewise.tokenizer import Tokenizer

# A known word before one of these is another thing: 公交车站, 狗粮, 苹果树.
SUFFIXES = (
    "站", "厂", "票", "肉", "汁", "皮", "粮", "屋", "笼", "树", "叶", "路", "司机", "公司", "协会", "价格", "维修",
    "比赛",
    "教练", "专家", "文化", "精神", "尾巴", "耳朵", "的耳朵", "的尾巴", "的声音", "的味道", "爱好者", "影子",
    "学校", "医生",
    "粉", "油", "味", "罐头", "模特", "主义", "学家", "故事", "之歌", "节", "座", "园", "场", "线", "饲料", "保险",
)  # fmt: skip
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国文志海燕云龙飞雪梅春花山虎豹"

# Texts and the nodes that they mean.
Pairs = list[tuple[str, int]]


@dataclass(frozen=True)
class Shares:
    """Parts of a batch; the rest are made-up strings."""

    hand: float = 0.34
    known: float = 0.20
    refused: float = 0.14
    unknown_chinese: float = 0.17
    unknown_english: float = 0.05


class Examples:
    """Batches of texts and their nodes; the node after the last means 'unknown'."""

    def __init__(self, lexicon: Lexicon, tokenizer: Tokenizer, shares: Shares, seed: int) -> None:
        self._lexicon = lexicon
        self._tokenizer = tokenizer
        self._shares = shares
        self._rng = random.Random(seed)
        self._unknown_node = len(lexicon.nodes)
        self._hand = [pair for pair in lexicon.known.items() if pair[0] in lexicon.everyday]
        self._known = [pair for pair in lexicon.known.items() if pair[0] not in lexicon.everyday]
        self._suffixed = [word for word, _ in self._hand if not word.isascii()]
        self._refused = self._strangers(lexicon.refused)
        self._unknown_chinese = self._strangers(word for word in lexicon.unknown if not word.isascii())
        self._unknown_english = self._strangers(word for word in lexicon.unknown if word.isascii())

    def batch(
        self, size: int, longest: int, repeated: Pairs | None = None, count: int = 0, chunks: int = 4
    ) -> tuple[list[Tensor], Tensor]:
        """Chunks of ids, short rows with short rows so that little padding is computed, and all their targets.

        `count` of the examples are drawn from `repeated`.
        """
        shares, rng = self._shares, self._rng
        pairs = rng.choices(repeated, k=count) if repeated else []
        fresh = size - len(pairs)
        pairs += self._draw(self._hand, int(fresh * shares.hand))
        pairs += self._draw(self._known, int(fresh * shares.known))
        pairs += self._draw(self._refused, int(fresh * shares.refused))
        pairs += self._draw(self._unknown_chinese, int(fresh * shares.unknown_chinese))
        pairs += self._draw(self._unknown_english, int(fresh * shares.unknown_english))
        examples = [(wrap(word, rng), node) for word, node in pairs]
        examples += [(self.made_up(), self._unknown_node) for _ in range(size - len(examples))]
        rows = [(self._tokenizer.ids(text, longest), node) for text, node in examples]
        rows.sort(key=lambda row: len(row[0]))
        length = size // chunks
        parts = [rows[start : start + length] for start in range(0, size, length)]
        return [pad([ids for ids, _ in part]) for part in parts], torch.tensor([node for _, node in rows])

    def _strangers(self, words: Iterable[str]) -> Pairs:
        return [(word, self._unknown_node) for word in words]

    def _draw(self, pairs: Pairs, count: int) -> Pairs:
        return self._rng.choices(pairs, k=count) if pairs else []

    def made_up(self) -> str:
        """Something that names nothing: a word and a suffix, a person, a broken word, signs, an empty question."""
        rng = self._rng
        makers = (self._suffixed_word, self._suffixed_word, self._broken_word, self._person, self._signs)
        text = rng.choice(makers)()
        if text in self._lexicon.known:
            return rng.choice(load_phrases().empty)
        return wrap(text, rng) if text and rng.random() < 0.8 else rng.choice(load_phrases().empty)

    def _suffixed_word(self) -> str:
        return self._rng.choice(self._suffixed) + self._rng.choice(SUFFIXES)

    def _broken_word(self) -> str:
        rng = self._rng
        characters = list(rng.choice(self._suffixed))
        stranger = rng.choice(rng.choice(self._unknown_chinese)[0])
        characters[rng.randrange(len(characters))] = stranger
        # With one character of a long word changed a reader would still see the word: not taught either way.
        return "".join(characters) if len(characters) <= 2 else stranger + rng.choice(self._unknown_chinese)[0]

    def _person(self) -> str:
        rng = self._rng
        return rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=rng.randint(1, 2)))

    def _signs(self) -> str:
        rng = self._rng
        kind = rng.random()
        if kind < 0.3:
            return "".join(rng.choices(string.ascii_lowercase, k=rng.randint(1, 9)))
        if kind < 0.5:
            return "".join(rng.choices(string.digits, k=rng.randint(1, 6)))
        if kind < 0.75:
            return "".join(rng.choices("，。！？、；：…—·%&@#*()[]<>/\\+-=~^_|'\"!?.,;:😀🚗🐶", k=rng.randint(1, 3)))
        return "".join(rng.choice(rng.choice(self._unknown_chinese)[0]) for _ in range(rng.randint(1, 5)))


def pad(rows: Sequence[list[int]]) -> Tensor:
    """Rows padded with 0 to the longest of them."""
    width = max(map(len, rows))
    return torch.tensor([row + [0] * (width - len(row)) for row in rows])
