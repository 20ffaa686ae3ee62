from __future__ import annotations

from pathlib import Path

import pytest
from make_pictures import label_folders

from tilewise.dataset.prepare import PrepareSettings, prepare


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    prepare(label_folders(tmp_path / "tiles", 20), tmp_path / "set", PrepareSettings())
    return tmp_path / "set"
