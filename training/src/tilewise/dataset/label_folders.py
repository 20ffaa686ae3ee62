"""Label folders: SRC/公交车/1.jpg. With a label_cn.txt beside them, folder 000 is its first line (Chinese-CLIP)."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tilewise.dataset.layout import TextLine
from tilewise.dataset.lines import Line
from tilewise.dataset.sources import SourcePicture
from tilewise.faults import Fault, InputError

PICTURE_ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".avif"}
LABEL_NAMES = "label_cn.txt"


@dataclass(frozen=True)
class LabelFolders:
    """Pictures directly in `root` have no label; deeper folders belong to the label folder they lie in."""

    root: Path
    kind: str = "label folders"
    splits: tuple[str, ...] = ()

    def pictures(self) -> Iterator[SourcePicture | Fault]:
        names = read_label_names(self.root)
        for path in _walk(self.root):
            if not _is_utf8(path):
                yield Fault(ascii(str(path)), "a path in UTF-8", "bytes of another encoding")
                continue
            relative = path.relative_to(self.root)
            if len(relative.parts) == 1:
                yield SourcePicture(path)
                continue
            folder = relative.parts[0]
            label = _label(folder, names)
            if label is None:
                expected = f"a folder number below {len(names)}, the lines of {LABEL_NAMES}"
                yield Fault(str(self.root / folder), expected, folder)
            else:
                yield SourcePicture(path, texts=(label,))

    def text_lines(self) -> Iterator[tuple[Line, str, TextLine] | Fault]:
        return iter(())


def read_label_names(root: Path) -> list[str]:
    """Lines of label_cn.txt in `root` or, for a `test` folder beside it, above; empty when there is none."""
    for folder in (root, root.parent):
        path = folder / LABEL_NAMES
        if path.is_file():
            names = [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines()]
            if not all(names):
                raise InputError(Fault(f"{path}:{names.index('') + 1}", "a label name", "an empty line"))
            return names
    return []


def _label(folder: str, names: list[str]) -> str | None:
    if not names or not folder.isdecimal():
        # A Mac names folders in decomposed form; tokens and labels are composed.
        return unicodedata.normalize("NFC", folder).strip()
    return names[int(folder)] if int(folder) < len(names) else None


def _is_utf8(path: Path) -> bool:
    """Folders unpacked from an old Chinese archive are often named in GBK; Python keeps such bytes as surrogates."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _walk(folder: Path) -> Iterator[Path]:
    """Pictures below `folder` in one order on every system; hidden files and other endings are passed by."""
    with os.scandir(folder) as entries:
        names = sorted((entry.name, entry.is_dir()) for entry in entries if not entry.name.startswith("."))
    for name, is_folder in names:
        if is_folder:
            yield from _walk(folder / name)
        elif Path(name).suffix.lower() in PICTURE_ENDINGS:
            yield folder / name
