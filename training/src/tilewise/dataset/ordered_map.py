"""Work on several threads, results in the order of the items, only a few of them in memory."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# Pillow and hashlib let go of the interpreter lock; beyond this the one thread that collects is the limit.
MAX_WORKERS = 8
_WAITING_PER_WORKER = 4


def worker_count() -> int:
    return min(MAX_WORKERS, os.cpu_count() or 1)


def ordered_map(function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """Like map(), ahead by a bounded window; an exception comes out where its item was."""
    workers = worker_count()
    with ThreadPoolExecutor(workers) as pool:
        waiting: deque[Future[Result]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(function, item))
                if len(waiting) >= workers * _WAITING_PER_WORKER:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
