"""How long work takes the processor: not counted is what others do, nor the collection of what others left."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def seconds(work: Callable[[], object], *, of: int = 1) -> float:
    """Return the processor's seconds for *work*, the least of *of* runs, in this thread."""
    took = []
    collects = gc.isenabled()
    gc.disable()
    try:
        for _run in range(of):
            began = time.thread_time()
            work()
            took.append(time.thread_time() - began)
    finally:
        if collects:
            gc.enable()
    return min(took)
