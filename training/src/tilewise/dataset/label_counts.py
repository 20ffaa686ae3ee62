"""How many pictures each text has in each split."""

from __future__ import annotations

from tilewise.dataset.index import Index

_COUNTS = """
SELECT text.text, picture.target, COUNT(*) FROM pair
JOIN picture ON picture.split=pair.split AND picture.image_id=pair.image_id
JOIN text ON text.number=pair.text GROUP BY text.text, picture.target ORDER BY text.text
"""
# A caption of its own for every picture is no class: beyond this many texts the counts are left out.
MAX_LABELS = 10_000


def count_labels(index: Index) -> dict[str, dict[str, int]]:
    """Text -> split -> pictures; empty when there are more than MAX_LABELS texts."""
    if index.one("SELECT COUNT(DISTINCT text) FROM text") > MAX_LABELS:
        return {}
    counts: dict[str, dict[str, int]] = {}
    for text, split, pictures in index.rows(_COUNTS):
        counts.setdefault(text, {})[split] = pictures
    return counts
