"""To be written."""

from __future__ import annotations

from pathlib import Path

from benchmarks.eval.tables import Figures


def run(data: Path) -> Figures:
    return {}
