"""Server and worker are killed again and again while articles come and go: the index is always exactly what is published."""

from __future__ import annotations

import logging
import os
import random
import shutil
import subprocess
import sys
import time

import pytest

from tests.sites import Site, clean_environment

KILLS = int(os.environ.get("TOCSIN_SEARCH_KILLS", "5"))

WRITER = """
import itertools, random
from django.db import OperationalError
from tests import make
from tocsin.articles.models import ArticlePage
from tocsin.articles.services import publishing
from tocsin.claims import services as ledger
from tocsin.claims.models import Claim
for number in itertools.count():
    try:
        live = list(ArticlePage.objects.live())
        if len(live) > 20:
            random.choice(live).delete()
        elif live and random.random() < 0.3:
            publishing.unpublish(random.choice(live))
        else:
            make.article(f"Article {number}", tags=[random.choice(["red", "green"])])
        claim = make.claim(f"Claim {number}", public=True)
        make.assertion(claim)
        if number % 3 == 0:
            ledger.set_public([claim.pk], public=False)
    except OperationalError:
        pass
    print(number, flush=True)
"""
LONG = """
import random
from tests import make
for number in range(300):
    words = " ".join(f"word{random.randrange(30_000)}" for _ in range(4_000))
    make.article(f"Long {number}", slug=f"long-{number}", body=[make.paragraph(words)])
"""
"""As much text as 1,700 articles, below what the engine joins at once with each of the small parts that changes are."""
FASTEST = """
import random, time
from tests import make
from tocsin.search import keeping
from tocsin.search.asking import ask
from tocsin.search.query import read
from tocsin.search.records import Options
took = []
for number in range(40):
    word = "".join(random.choices("abcdefghijklmnop", k=12))  # no other is like it
    make.article(word, slug=word)
    began = time.monotonic()
    while not ask(keeping.open_index(), read(word), Options()).full:
        time.sleep(0.005)
        assert time.monotonic() - began < 20
    took.append(time.monotonic() - began)
took.sort()
print(took[len(took) // 2], took[int(len(took) * 0.95)], took[-1])
"""


@pytest.mark.soak
def test_the_index_is_what_is_published_after_every_kill(site: Site) -> None:
    writer = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tocsin.cli",
            "--site",
            str(site.folder),
            "manage",
            "shell",
            "--no-imports",
            "-c",
            WRITER,
        ],
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert writer.stdout
    try:
        with site.served() as server:
            for kill in range(KILLS):
                for _ in range(random.randint(1, 8)):
                    assert writer.stdout.readline()
                time.sleep(random.uniform(0, 0.3))
                server.kill()
                if kill % 10 == 5:
                    shutil.rmtree(site.folder / "data" / "search")
                server.start()
                _stopped(writer.pid, site)
            server.stop()
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()


def _stopped(pid: int, site: Site) -> None:
    """Hold the writer, let the worker catch up, and compare."""
    os.kill(pid, 19)
    try:
        end = time.monotonic() + 60
        while True:
            result = site.run("search", "check")
            if result.returncode == 0:
                return
            assert time.monotonic() < end, result.stdout + result.stderr
    finally:
        os.kill(pid, 18)


@pytest.mark.soak
def test_what_is_published_is_found_within_a_second(site: Site) -> None:
    site.python(LONG)
    assert site.run("search", "reindex").returncode == 0
    with site.served():
        half, most, longest = map(float, site.python(FASTEST).splitlines()[-1].split())
    logging.getLogger(__name__).warning(
        "published to findable: p50 %.0f ms, p95 %.0f ms, longest %.0f ms", half * 1000, most * 1000, longest * 1000
    )
    assert most < 1
