"""`tilewise prepare`: labelled pictures -> a Chinese-CLIP dataset, all of it or nothing."""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tilewise.dataset.assign import Ratio, assign_splits, cluster_duplicates
from tilewise.dataset.duplicates_report import write_duplicates
from tilewise.dataset.index import Index
from tilewise.dataset.label_counts import count_labels
from tilewise.dataset.layout import SPLITS
from tilewise.dataset.scan import FaultList, scan
from tilewise.dataset.sources import Source, open_source
from tilewise.dataset.write import SplitCounts, bytes_needed, write_split
from tilewise.faults import Fault, InputError
from tilewise.staging import refuse_to_overwrite, require_room, staged_folder

REPORT_FILE = "report.json"
DUPLICATES_FILE = "duplicates.jsonl"
_WORK_FOLDER = ".work"


@dataclass(frozen=True)
class PrepareSettings:
    """`resplit`: splits of an existing dataset are mixed and made anew. `skip_bad`: leave out what is faulty."""

    ratio: Ratio = field(default_factory=Ratio)
    seed: int = 0
    resplit: bool = False
    skip_bad: bool = False
    force: bool = False


def prepare(src: Path, out: Path, settings: PrepareSettings) -> dict[str, Any]:
    """Writes the dataset and returns its report. Raises InputError on faulty input, OSError on a full disk."""
    start = time.perf_counter()
    source = open_source(src, settings.resplit)
    refuse_to_overwrite(out, settings.force)
    with staged_folder(out, settings.force) as stage:
        work = stage / _WORK_FOLDER
        work.mkdir()
        with Index(work) as index:
            faults = FaultList()
            scan(source, index, faults)
            if not settings.skip_bad:
                faults.raise_errors()
            _require_pictures(src, index)
            report = _write(index, stage, out, source, settings)
        shutil.rmtree(work)
        report |= {"left_out": faults.errors, "left_out_first": [str(fault) for fault in faults.faults]}
        report |= {"seconds": round(time.perf_counter() - start, 3)}
        (stage / REPORT_FILE).write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return report


def _write(index: Index, stage: Path, out: Path, source: Source, settings: PrepareSettings) -> dict[str, Any]:
    kept = bool(source.splits)
    require_room(out, bytes_needed(index))
    index.set_final_ids(kept)
    cut_short = cluster_duplicates(index)
    if kept:
        index.database.execute("UPDATE picture SET target=split")
    else:
        assign_splits(index, settings.ratio, settings.seed)
    counts = {split: write_split(index, stage, split, kept) for split in source.splits or SPLITS}
    duplicates = write_duplicates(index, stage / DUPLICATES_FILE)
    return _report(index, source, settings, counts, duplicates | {"search_cut_short": cut_short})


def _report(
    index: Index,
    source: Source,
    settings: PrepareSettings,
    counts: dict[str, SplitCounts],
    duplicates: dict[str, int | bool],
) -> dict[str, Any]:
    labels = count_labels(index)
    return {
        "source": source.kind,
        "splits_kept": bool(source.splits),
        "ratio": None if source.splits else settings.ratio.shares,
        "seed": None if source.splits else settings.seed,
        "pictures": index.count,
        "unlabelled": index.one("SELECT COUNT(*) FROM picture WHERE label IS NULL"),
        "splits": {split: asdict(count) for split, count in counts.items()},
        "labels": labels,
        "labels_not_in_train": [label for label, splits in labels.items() if "train" not in splits],
        "duplicates": duplicates,
    }


def _require_pictures(src: Path, index: Index) -> None:
    if not index.count:
        raise InputError(Fault(str(src), "pictures", "none"))
    if not index.one("SELECT EXISTS(SELECT 1 FROM text)"):
        raise InputError(Fault(str(src), "at least one labelled picture", f"{index.count:,} without any label"))
