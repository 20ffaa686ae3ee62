"""What `prepare` says of a set that it does not take."""

from __future__ import annotations

from pathlib import Path

import pytest

from tilewise.dataset.prepare import PrepareSettings, prepare
from tilewise.faults import InputError


def refusal(src: Path, tmp_path: Path) -> str:
    """The message of a refused set; checks that nothing was left behind."""
    (tmp_path / "place").mkdir()
    with pytest.raises(InputError) as caught:
        prepare(src, tmp_path / "place" / "out", PrepareSettings())
    assert list((tmp_path / "place").iterdir()) == []
    return str(caught.value)
