"""Names and lines of a Chinese-CLIP dataset folder (README of OFA-Sys/Chinese-CLIP, `build_lmdb_dataset.py`)."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from pathlib import Path

from tilewise.faults import Fault, InputError, shorten

SPLITS = ("train", "valid", "test")
LMDB_FOLDER = "lmdb"
IMAGES_SUFFIX = "_imgs.tsv"
TEXTS_SUFFIX = "_texts.jsonl"
# An LMDB key and a numpy int64 on Chinese-CLIP's side; also SQLite's integer.
_MAX_ID = 2**63 - 1


@dataclass(frozen=True)
class TextLine:
    """One line of `{split}_texts.jsonl`."""

    text_id: int
    text: str
    image_ids: tuple[int, ...]


def images_file(folder: Path, split: str) -> Path:
    return folder / f"{split}{IMAGES_SUFFIX}"


def texts_file(folder: Path, split: str) -> Path:
    return folder / f"{split}{TEXTS_SUFFIX}"


def format_image_line(image_id: int, picture: bytes) -> bytes:
    return b"%d\t%s\n" % (image_id, base64.b64encode(picture))


def parse_image_line(line: bytes, where: str) -> tuple[int, bytes]:
    """`id TAB base64` -> id and the picture file's bytes. Raises InputError naming `where`."""
    fields = line.rstrip(b"\r\n").split(b"\t")
    if len(fields) != 2:
        found = f"{len(fields)} fields in {shorten(_readable(line))}"
        raise InputError(Fault(where, "id TAB base64", found))
    if not line.endswith(b"\n") and len(fields[1]) % 4:
        raise InputError(Fault(where, "a whole line", f"a torn last line of {len(line):,} bytes"))
    return parse_id(fields[0], where), decode_picture(fields[1], where)


def parse_id(field: bytes, where: str) -> int:
    if not field.isdigit() or int(field) > _MAX_ID:
        raise InputError(Fault(where, "an integer id", shorten(_readable(field))))
    return int(field)


def decode_picture(encoded: bytes, where: str) -> bytes:
    """Standard and URL-safe base64 alike: Chinese-CLIP's readers take both."""
    try:
        picture = base64.b64decode(encoded.replace(b"-", b"+").replace(b"_", b"/"), validate=True)
    except binascii.Error as error:
        found = f"{shorten(_readable(encoded[:40]))} of {len(encoded):,} characters ({error})"
        raise InputError(Fault(where, "base64 of a picture", found)) from error
    if not picture:
        raise InputError(Fault(where, "base64 of a picture", "nothing"))
    return picture


def format_text_line(line: TextLine) -> str:
    record = {"text_id": line.text_id, "text": line.text, "image_ids": list(line.image_ids)}
    return json.dumps(record, ensure_ascii=False) + "\n"


def parse_text_line(line: str, where: str) -> TextLine:
    """One JSON object a line. Raises InputError naming `where` and the field at fault."""
    record = parse_json_object(line, where)
    for field in ("text_id", "text", "image_ids"):
        if field not in record:
            raise InputError(Fault(where, f"the field {field}", f"only {', '.join(sorted(record)) or 'nothing'}"))
    text_id, text, image_ids = record["text_id"], record["text"], record["image_ids"]
    if not isinstance(text_id, int) or not is_id(text_id):
        raise InputError(Fault(where, "an integer text_id", shorten(text_id)))
    if not isinstance(text, str) or not text.strip():
        raise InputError(Fault(where, "a text that is not empty", shorten(text)))
    if not isinstance(image_ids, list) or not all(is_id(image_id) for image_id in image_ids):
        raise InputError(Fault(where, "a list of integer image_ids", shorten(image_ids)))
    return TextLine(text_id, text, tuple(image_ids))


def parse_json_object(line: str, where: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise InputError(Fault(where, "a JSON object", f"{shorten(line)} ({error})")) from error
    if not isinstance(record, dict):
        raise InputError(Fault(where, "a JSON object", shorten(record)))
    return record


def is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MAX_ID


def _readable(field: bytes) -> str:
    return field.decode("utf-8", errors="backslashreplace")
