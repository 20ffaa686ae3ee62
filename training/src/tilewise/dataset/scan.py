"""Reads a source once: every picture is decoded, every line parsed, every id joined."""

from __future__ import annotations

from dataclasses import dataclass, field

from tilewise.dataset.fingerprint import BrokenPictureError, Fingerprint, fingerprint
from tilewise.dataset.index import Index
from tilewise.dataset.ordered_map import ordered_map
from tilewise.dataset.sources import Source, SourcePicture
from tilewise.faults import Fault, InputError
from tilewise.progress import track

# Faults beyond this are only counted: a set with a fault a picture must not fill the memory.
KEPT_FAULTS = 1000


@dataclass
class FaultList:
    """Faults in the order they were met; warnings do not stop anything."""

    faults: list[Fault] = field(default_factory=list)
    errors: int = 0
    warnings: int = 0

    def add(self, fault: Fault) -> None:
        if fault.level == "error":
            self.errors += 1
        else:
            self.warnings += 1
        if len(self.faults) < KEPT_FAULTS:
            self.faults.append(fault)

    def raise_errors(self) -> None:
        if self.errors:
            named = [fault for fault in self.faults if fault.level == "error"]
            raise InputError(named, uncounted=self.errors - len(named))


def scan(source: Source, index: Index, faults: FaultList) -> None:
    """Fills the index. Whatever can not be used is added to `faults` and left out."""
    for picture, result in track(ordered_map(_examine, source.pictures()), "reading pictures"):
        if isinstance(result, Fingerprint) and picture is not None:
            _add_picture(index, picture, result, faults)
        elif isinstance(result, Fault):
            faults.add(result)
            if picture is not None:
                index.add_broken(picture)
    for entry in source.text_lines():
        if isinstance(entry, Fault):
            faults.add(entry)
            continue
        line, split, text = entry
        if index.one("SELECT COUNT(*) FROM text WHERE split=? AND text_id=?", (split, text.text_id)):
            faults.add(Fault(line.where, "each text_id once", f"text_id {text.text_id} again"))
            continue
        number = index.add_text(text.text, text.text_id, split, str(line.path), line.number)
        for image_id in text.image_ids:
            index.add_pair(number, split, image_id)
    _drop_lost_pairs(index, faults)
    if not source.splits:
        index.merge_equal_texts()
    _label_by_pairs(index)


def _examine(entry: SourcePicture | Fault) -> tuple[SourcePicture | None, Fingerprint | Fault]:
    if isinstance(entry, Fault):
        return None, entry
    try:
        return entry, fingerprint(entry.read())
    except InputError as error:
        return entry, error.faults[0]
    except BrokenPictureError as error:
        return entry, Fault(entry.where, "a whole picture", str(error))
    except OSError as error:
        return entry, Fault(entry.where, "a readable picture", error.strerror or str(error))


def _add_picture(index: Index, picture: SourcePicture, found: Fingerprint, faults: FaultList) -> None:
    if picture.image_id is not None:
        query = "SELECT line FROM picture WHERE split=? AND image_id=?"
        for (line,) in list(index.rows(query, (picture.split, picture.image_id))):
            faults.add(Fault(picture.where, "each id once", f"id {picture.image_id} again, first in line {line}"))
            return
    index.add_picture(picture, found)


_LOST_PAIRS = """
FROM pair WHERE NOT EXISTS(SELECT 1 FROM picture WHERE picture.split=pair.split AND picture.image_id=pair.image_id)
"""
_BROKEN_TOO = " AND EXISTS(SELECT 1 FROM broken WHERE broken.split=pair.split AND broken.image_id=pair.image_id)"


def _drop_lost_pairs(index: Index, faults: FaultList) -> None:
    index.database.execute("CREATE INDEX broken_id ON broken(split, image_id)")
    index.database.execute(f"DELETE {_LOST_PAIRS} {_BROKEN_TOO}")
    place = "SELECT path, line FROM text WHERE number=?"
    for text, split, image_id in index.rows(f"SELECT text, split, image_id {_LOST_PAIRS} ORDER BY position"):
        path, line = index.database.execute(place, (text,)).fetchone()
        expected = f"image ids that are in {split}_imgs.tsv"
        faults.add(Fault(f"{path}:{line}", expected, f"image id {image_id}, which is not there"))
    index.database.execute(f"DELETE {_LOST_PAIRS}")


def _label_by_pairs(index: Index) -> None:
    """Pictures of a TSV get their label, the first text that names them, from the texts' side."""
    index.database.execute(
        "CREATE TEMP TABLE first AS SELECT split, image_id, MIN(text) AS text FROM pair GROUP BY split, image_id"
    )
    index.database.execute("CREATE INDEX temp.first_id ON first(split, image_id)")
    index.database.execute(
        "UPDATE picture SET label=(SELECT text FROM first WHERE first.split=picture.split"
        " AND first.image_id=picture.image_id) WHERE label IS NULL"
    )
    index.database.execute("DROP TABLE first")
