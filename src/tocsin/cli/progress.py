"""Progress of long work, on stderr where a person looks on, and nowhere else."""

from __future__ import annotations

import sys
import time
from datetime import timedelta

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


class Steps:
    """Says every half second how much of what is done, how fast, and how long it still takes, on one line."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()
        self.label, self.began, self.said, self.first = "", 0.0, 0.0, 0

    def __call__(self, label: str, done: int, total: int) -> None:
        """Say that *done* of *total* are done of what *label* names."""
        now = time.monotonic()
        if label != self.label:
            self.end()
            self.label, self.began, self.first = label, now, done
        if self.shown and (now - self.said > 0.5 or done == total):  # noqa: PLR2004 - seconds
            self.said = now
            click.echo(f"\r{self.line(done, total, now - self.began)} ", nl=False, err=True)

    def line(self, done: int, total: int, seconds: float) -> str:
        """Return what is said when *done* of *total* took so many seconds."""
        rate = (done - self.first) / seconds if seconds > 0 else 0.0
        left = f", {timedelta(seconds=round((total - done) / rate))} left" if rate else ""
        return f"{self.label}: {done:,} of {total:,}, {rate:,.0f}/s{left}"

    def end(self) -> None:
        """Leave the line."""
        if self.shown and self.label:
            click.echo("", err=True)
        self.label = ""
