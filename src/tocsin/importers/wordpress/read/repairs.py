"""What was mended on the way, with its line."""

from __future__ import annotations

from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.read.limits import KEPT_REPAIRS, MAX_REPAIRS
from tocsin.importers.wordpress.records import Repair


class Repairs:
    """Collects repairs: each kind once per line, the first 1,000 in words and the rest as a number."""

    def __init__(self) -> None:
        self.kept: dict[Repair, None] = {}
        self.total = 0
        self.calls = 0
        self.last = 0, "", ""
        self.file = ""

    def add(self, line: int, what: str) -> None:
        self.calls += 1
        if self.calls > MAX_REPAIRS:
            raise ExportRefused(f"Line {line}: the file is damaged in too many places to be read safely.")
        if (line, what, self.file) == self.last:
            return
        self.last = line, what, self.file
        repair = Repair(line, what, self.file)
        if repair in self.kept:
            return
        self.total += 1
        if len(self.kept) < KEPT_REPAIRS:
            self.kept[repair] = None
