"""A labels JSONL: `{"image": path, "texts": [..]}` a line, as the labelling tool writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from tilewise.dataset.layout import TextLine, parse_json_object
from tilewise.dataset.lines import Line, read_lines
from tilewise.dataset.sources import SourcePicture
from tilewise.faults import Fault, InputError, shorten


@dataclass(frozen=True)
class LabelsJsonl:
    """Paths are relative to the file's own folder. No texts: an unlabelled picture."""

    file: Path
    kind: str = "labels JSONL"
    splits: tuple[str, ...] = ()

    def pictures(self) -> Iterator[SourcePicture | Fault]:
        for line in read_lines(self.file):
            try:
                yield self._picture(line)
            except InputError as error:
                yield from error.faults

    def text_lines(self) -> Iterator[tuple[Line, str, TextLine] | Fault]:
        return iter(())

    def _picture(self, line: Line) -> SourcePicture:
        record = parse_json_object(line.text(), line.where)
        image, texts = record.get("image"), record.get("texts", [])
        if not isinstance(image, str) or not image:
            raise InputError(Fault(line.where, 'the field "image" with a path', shorten(image)))
        if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
            raise InputError(Fault(line.where, 'the field "texts" with a list of texts', shorten(texts)))
        path = self._find(image)
        if path is None:
            raise InputError(Fault(line.where, f"the picture {image}", "no such file"))
        return SourcePicture(path, texts=tuple(dict.fromkeys(text.strip() for text in texts)))

    def _find(self, image: str) -> Path | None:
        # Labels written on Windows name folders with backslashes; a name with a real backslash comes first.
        candidates = (Path(image), Path(*PureWindowsPath(image).parts))
        return next((path for path in (self.file.parent / c for c in candidates) if path.is_file()), None)
