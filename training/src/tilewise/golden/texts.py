"""Texts on which tokenizers differ: written by hand, and mixed by seed."""

from __future__ import annotations

import random

SEED = 20261123
MIXED = 460

_LINES = [
    "公交车 红绿灯 自行车 摩托车 出租车 消防栓 人行横道 请选择所有的公交车",
    "请点击下图中的桥 選出包含貓的圖片 一辆红色的公交车 K哥爬虫 自行車 鸟 狗和猫",
    "不包含船 请选出2张 龘 𠀀𪜀𫝀 﨑 㐀㐁 々〆〇 bus Bus BUS traffic-light",
    "fire-hydrant crosswalk motorcycles unaffable unbelievably Straße ÀÉÎÕÜ naïve",
    "façade Ångström İstanbul ΑΣ ΣΑΣ ὈΔΥΣΣΕΎΣ Дом дом العربية हिन्दी ภาษาไทย 한국어",
    "ひらがな カタカナ ﾊﾝｶｸ tiếng Việt ǅ ﬁ ﬂ ﷺ 0 7 42 1,000 3.14 １２３ ＡＢＣ ａｂｃ",
    "， 。 ！ ？ 「」 【】 《》 — … · ￥ $ ^ ` ~ | < = > + # @ & * don't e-mail a_b",
    "C++ c# x² ½ Ⅷ ① ㈱ ㎏ ℃ № ™ © ® 🚌 🚲 🚦 👨‍👩‍👧 🇨🇳 👍🏽 ☃️ ❤ 1️⃣ 🤖bus 公🚌交",
]
_WORDS = [word for line in _LINES for word in line.split()]

_GLUE = ["", "", " ", " ", "  ", "\t", "\n", "\r\n", "\u3000", "\u00a0", "\u2003", "，", ",", "-", "的", "##", "'"]

_BY_HAND = [
    "",
    " ",
    "\u3000\u3000",
    "\n\t\r ",
    "\0",
    "\ufffd",
    "a\0b",
    "a\ufffdb",
    "\ufeff公交车",
    "a\ufeffb",
    "zero\u200bwidth\u200djoin",
    "soft\u00adhyphen",
    "bell\x07 del\x7f c1\x85next\x9f",
    "unit\x1fseparator\x1cfile",
    "line\u2028separator\u2029paragraph",
    "\u2028",
    "ogham\u1680space\u180evowel",
    "thin\u2009hair\u200anarrow\u202fmath\u205f",
    "right\u200eto\u200fleft \u202eoverride\u202c",
    "e\u0301 E\u0301 \u0301 a\u0308\u0323",
    "n\u0303o\u0304",
    "\u0951\u0952 \u20dd\u20e3",
    "한국어 각 가\u11a8",
    "\u212b \u2126 \u1e9b\u0323",
    "\u0344 \u0958 \u2adc",
    "\u037e \u0387 \u1fef",
    "\U00020000\U0002a6df\U0002a700\U0002b73f\U0002b740\U0002b81f\U0002b820\U0002ceaf",
    "\U0002ceb0\U0002ebe0\U00030000\U0002f800\U0002fa1f\uf900\ufaff",
    "\u3400\u4dbf\u4dc0\u4dff\u4e00\u9fff\ua000",
    "㐀x㐁y",
    "\ue000\U000f0000 private",
    "\u0378 unassigned \U0001ffff",
    "[CLS] [SEP] [PAD] [UNK] [MASK]",
    "##bus ## ##",
    "a" * 199,
    "a" * 200,
    "a" * 201,
    "é" * 200,
    "𝒳" * 201,
    "x" * 1000 + " bus",
    "公交车" * 40,
    "公" * 49,
    "公" * 50,
    "公" * 51,
    "bus " * 60,
    "unaffable " * 20,
    "." * 80,
    "公交车" * 16 + "unaffable",
    "🚌" * 60,
    " ".join(str(number) for number in range(100)),
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
    "\u00a1\u00a7\u00ab\u00b6\u00b7\u00bb\u00bf\u2010\u2014\u2018\u2019\u201c\u201d\u2026\u2030\u203b",
    "\u3001\u3002\u300a\u300b\u3010\u3011\uff01\uff0c\uff0e\uff1a\uff1b\uff1f\uff5e\uffe5",
    "ẞ ß ŉ ǰ ΐ ﬃ ѷ",
    "ΌΣΟΣ ΣΣ Σ",
]


def golden_texts() -> list[str]:
    """The hand-written texts, each word alone, then seeded mixtures."""
    chance = random.Random(SEED)
    mixed = []
    for _ in range(MIXED):
        parts = chance.choices(_WORDS, k=chance.choice([1, 2, 2, 3, 4, 6, 10, 30]))
        mixed.append("".join(part + chance.choice(_GLUE) for part in parts))
    return list(dict.fromkeys([*_BY_HAND, *_WORDS, *mixed]))
