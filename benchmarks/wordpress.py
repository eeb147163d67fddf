"""How fast and in how much memory a WordPress site moves in: ``python -m benchmarks.wordpress [POSTS]``.

Makes an export of POSTS posts of 700 words (10,000 unless told) with three comments each, 500 tags and 50 categories,
imports it with ``tocsin import wordpress`` into a new site, imports it again, and measures nginx in the same run.
WordPress's own importer took in 102 posts a second with their comments, on a machine whose nginx served a page of 15 KB
70,400 times a second; the last line puts both rates on one footing. Prints a table and asserts nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks import speed, wxr

WORDPRESS = 102
"""Posts a second."""
MEGABYTE = 1024


class Run(NamedTuple):
    """What a command took: seconds, seconds of processor, peak memory in kilobytes; what it printed."""

    seconds: float
    processor: float
    memory: int
    printed: str


def run(command: list[str]) -> Run:
    """Run *command* to its end. The memory is that of all its processes together, what they share counted once."""
    with tempfile.TemporaryFile("w+") as output:
        began, most = time.perf_counter(), 0
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            most = max(most, memory_of(process.pid))
            time.sleep(0.5)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{printed[-2000:]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, max(most, usage.ru_maxrss), printed)


def memory_of(process: int) -> int:
    """Return the kilobytes of *process* and those below it; 0 of one that is gone."""
    try:
        kept = Path(f"/proc/{process}/smaps_rollup").read_text()
        below = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return 0
    own = next((int(line.split()[1]) for line in kept.splitlines() if line.startswith("Pss:")), 0)
    return own + sum(memory_of(int(one)) for one in below)


def reading(export: Path) -> Run:
    """Only read the export, and keep nothing of it."""
    program = (
        "import sys; from pathlib import Path; from tocsin.importers.wordpress.read import open_export\n"
        "with open_export(Path(sys.argv[1]), each=lambda item: None) as export: print(export.counts.total)"
    )
    return run([sys.executable, "-c", program, str(export)])


def main() -> None:
    posts = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site, export = folder / "site", folder / "export.xml"
        wxr.write(export, posts)
        run([str(speed.BIN / "tocsin"), "new", str(site)])
        tocsin = [str(speed.BIN / "tocsin"), "--site", str(site)]
        idle = run([*tocsin, "manage", "shell", "--no-imports", "-c", "pass"]).memory
        read = reading(export)
        first = run([*tocsin, "import", "wordpress", str(export)])
        again = run([*tocsin, "import", "wordpress", str(export)])
        machine = speed.beside_the_peers(folder)
        size = export.stat().st_size / 1e6
        print(f"{posts} posts, {posts * wxr.COMMENTS} comments, {size:.0f} MB; idle {idle // MEGABYTE} MB")
        print(f"{'what':<24}{'seconds':>10}{'processor':>10}{'posts/s':>10}{'peak MB':>10}{'above idle':>12}")
        for what, one in (("reading alone", read), ("import", first), ("the same again", again)):
            above = max(0, one.memory - idle) // MEGABYTE
            times = f"{one.seconds:>10.1f}{one.processor:>10.1f}{posts / one.seconds:>10.0f}"
            print(f"{what:<24}{times}{one.memory // MEGABYTE:>10}{above:>12}")
        compare(posts / first.seconds, machine)
        print(first.printed[-1500:])


def compare(rate: float, machine: float) -> None:
    if not machine:
        print(f"nginx or wrk is missing; not scaled: {rate / WORDPRESS:.1f} times WordPress's {WORDPRESS} posts/s")
        return
    expected = WORDPRESS * machine
    print(f"By nginx this machine is {machine:.2f} of the peers': WordPress would take in {expected:.0f} posts/s here")
    print(f"{rate / expected:.1f} times WordPress's rate")


if __name__ == "__main__":
    main()
