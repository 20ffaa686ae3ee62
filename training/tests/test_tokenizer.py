from __future__ import annotations

import cn_clip_here
import pytest

from tilewise.tokenizer import Tokenizer, find_vocabulary, load_vocabulary

TEXTS = [
    "公交车", "K哥爬虫", "a photo of a traffic light.", "Ünïcödé naïve", "ＡＢＣ　全角", "😀🚗", "", "?", "1234567",
    "请选择所有的" * 12, "a" * 300, "x\u200dy\tz\n", "斑馬線", "antidisestablishmentarianism", "\u0301é\ufffd\x00",
]  # fmt: skip


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer(load_vocabulary(find_vocabulary()))


@pytest.mark.parametrize("text", TEXTS)
def test_ids_are_those_of_cn_clip(tokenizer: Tokenizer, text: str) -> None:
    cn_clip_here.make_importable()
    from cn_clip.clip import tokenize

    assert tokenizer.rows([text]) == tokenize([text]).tolist()
