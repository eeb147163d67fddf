"""Progress of long work, on stderr where a person looks on, and nowhere else."""

from __future__ import annotations

import sys
import time

import click


class Bytes:
    """Says every half second how many megabytes are done, on one line."""

    def __init__(self, label: str) -> None:
        self.label, self.done, self.said = label, 0, time.monotonic()
        self.shown = sys.stderr.isatty()

    def __call__(self, count: int) -> None:
        """Count *count* more bytes."""
        self.done += count
        if self.shown and time.monotonic() - self.said > 0.5:  # noqa: PLR2004 - seconds
            self.said = time.monotonic()
            click.echo(f"\r{self.label}: {self.done / 2**20:,.0f} MB ", nl=False, err=True)

    def end(self) -> None:
        """Leave the line."""
        if self.shown:
            click.echo(f"\r{self.label}: {self.done / 2**20:,.1f} MB, done.", err=True)
