"""Search at size beside its yardsticks, in one run: ``python -m benchmarks.search [ARTICLES]``, 100,000 by default.

Fills a site of its own with published articles of 700 words in three languages, indexes them, serves them with ``tocsin
serve`` on loopback and asks over HTTP: one client for latencies (the best of several rounds), 32 for throughput. Beside
it stand nginx with a page of results as a file, bare tantivy on the same index, and what WordPress took for 10,000
posts on a machine of two cores. 100,000 articles take about half an hour; 2,000 show whether it works.
Prints tables and asserts nothing. Needs Debian's ``wrk`` for the throughput and ``nginx-light`` for its yardstick.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

from benchmarks import corpus, speed

ARTICLES = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
QUERIES, ROUNDS = 200, 3
PUBLISHED = 40
WORDPRESS = {"words": 300.0, "phrase": 272.0}
"""Milliseconds at the median over 10,000 posts, one client (WordPress 6.1, php-fpm 8.2, MariaDB, two cores)."""
BIN = Path(sys.executable).parent

Row = tuple[str, list[float]]


# What is asked -----------------------------------------------------------------------------------------------------


def words(chance: random.Random, count: int) -> list[str]:
    """Return *count* words of one language: the first of middling frequency, the others rarer."""
    known = corpus.vocabulary(chance.choice(corpus.LANGUAGES))
    return [known[chance.randrange(*((30, 1000) if at == 0 else (500, 20_000)))] for at in range(count)]


def phrase(chance: random.Random) -> str:
    """Return three words that stand side by side in an article."""
    found = re.findall(r"\w+", chance.choice(corpus.text(chance.randrange(ARTICLES)).paragraphs))
    start = chance.randrange(max(1, len(found) - 3))
    return '"' + " ".join(found[start : start + 3]) + '"'


def typo(chance: random.Random) -> str:
    """Return a word of one article with one letter otherwise."""
    word = corpus.rare_word(chance.randrange(0, ARTICLES, corpus.PLANTED_WORD))
    at = chance.randrange(1, len(word))
    return word[:at] + "x" + word[at + 1 :]


def filtered(chance: random.Random) -> dict[str, str]:
    day = f"20{chance.randrange(18, 25)}-0{chance.randrange(1, 10)}"
    return {"q": " ".join(words(chance, 2)), "type": "article", "lang": chance.choice(corpus.LANGUAGES), "after": day}


def beginning(chance: random.Random) -> str:
    *whole, last = words(chance, chance.choice([1, 2]))
    return " ".join([*whole, last[: max(2, len(last) - chance.randrange(3))]])


def kinds() -> dict[str, Callable[[random.Random], str]]:
    """What is asked over HTTP, by name: each makes the address of one query."""

    def page(**fields: str) -> str:
        return "/search/?" + urlencode(fields)

    return {
        "words, page": lambda chance: page(q=" ".join(words(chance, chance.randint(1, 3)))),
        "phrase, page": lambda chance: page(q=phrase(chance)),
        "typo, page": lambda chance: page(q=typo(chance)),
        "filtered, page": lambda chance: page(**filtered(chance)),
        "words, JSON": lambda chance: "/search.json?q=" + quote(" ".join(words(chance, chance.randint(1, 3)))),
        "suggestions": lambda chance: "/search.json?suggest=1&limit=6&q=" + quote(beginning(chance)),
    }


# One client --------------------------------------------------------------------------------------------------------


def timed(connection: http.client.HTTPConnection, address: str) -> float:
    """Return the milliseconds one request takes, its answer read."""
    began = time.perf_counter()
    connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    took = (time.perf_counter() - began) * 1000
    if answer.status != http.client.OK:
        raise SystemExit(f"{answer.status} for {address}")
    return took


def latencies(port: int, addresses: list[str]) -> list[float]:
    """Return the milliseconds of each request of the best of several rounds, sorted."""
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        rounds = [sorted(timed(connection, one) for one in addresses) for _ in range(ROUNDS)]
    return min(rounds, key=lambda one: part(one, 95))


def part(took: list[float], percent: int) -> float:
    return took[min(len(took) - 1, len(took) * percent // 100)]


def print_latencies(rows: list[Row]) -> None:
    print(f"\n{'one client, milliseconds':<34}{'p50':>9}{'p95':>9}{'p99':>9}{'longest':>9}")
    for name, took in rows:
        print(f"{name:<34}{part(took, 50):>9.2f}{part(took, 95):>9.2f}{part(took, 99):>9.2f}{took[-1]:>9.2f}")


# Many clients ------------------------------------------------------------------------------------------------------


def throughput(folder: Path, port: int, addresses: list[str]) -> tuple[float, str]:
    """Return requests a second and the 99th percentile with 32 clients that ask *addresses* in turn."""
    script = folder / "turn.lua"
    listed = ",".join(f'"{address}"' for address in addresses)
    script.write_text(
        f"local all = {{{listed}}}\nlocal at = 0\n"
        'request = function() at = at % #all + 1; return wrk.format("GET", all[at]) end\n'
    )
    command = [
        "wrk",
        "-t2",
        "-c32",
        f"-d{speed.SECONDS}s",
        "--latency",
        "-H",
        "Accept-Encoding: gzip",
        "-s",
        str(script),
    ]
    output = subprocess.run([*command, f"http://127.0.0.1:{port}/"], capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", output)
    slow = re.search(r"99%\s+(\S+)", output)
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    return float(rate[1]) if rate else 0.0, (slow[1] if slow else "?") + (f", {wrong[1]} failed" if wrong else "")


def memory(pid: int) -> float:
    """Return the megabytes of *pid* and all below it, shared ones once, without files mapped into memory."""
    total = 0.0
    fresh = [pid]
    while fresh:
        one = fresh.pop()
        with contextlib.suppress(OSError):
            total += int(re.search(r"Pss_Anon:\s+(\d+)", Path(f"/proc/{one}/smaps_rollup").read_text())[1]) / 1024  # type: ignore[index]
            for children in Path(f"/proc/{one}/task").glob("*/children"):
                fresh += map(int, children.read_text().split())
    return total


# The engine alone --------------------------------------------------------------------------------------------------


def ranked() -> None:
    """Print what a ranked query takes in this process: asked as readers do, and of bare tantivy on the same index."""
    import tantivy

    from tocsin.search import analysis, keeping, query
    from tocsin.search.asking import ask
    from tocsin.search.records import Options

    index = keeping.open_index()
    if index is None:
        raise SystemExit("There is no index.")
    bare = tantivy.Index.open(str(index.folder))
    bare.register_tokenizer("words", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    searcher = bare.searcher()
    chance = random.Random("ranked")
    asked = [" ".join(words(chance, chance.randint(1, 3))) for _ in range(QUERIES)]
    stemmed = [" ".join(analysis.stem(word, "en") for word in text.split()) for text in asked]

    def ours(at: int) -> None:
        ask(index, query.read(asked[at]), Options())

    def theirs(at: int) -> None:
        found = searcher.search(bare.parse_query(stemmed[at], ["title_stem", "body_stem"]), limit=10)
        for _score, address in found.hits:
            searcher.doc(address)

    rows = []
    for name, what in (("bare tantivy, parsed and ranked", theirs), ("asked as readers do", ours)):
        rounds = []
        for _ in range(ROUNDS):
            took = []
            for at in range(QUERIES):
                began = time.perf_counter()
                what(at)
                took.append((time.perf_counter() - began) * 1000)
            rounds.append(sorted(took))
        rows.append((name, min(rounds, key=statistics.fmean)))
    print_latencies(rows)
    print(f"{'ratio of the means':<34}{statistics.fmean(rows[1][1]) / statistics.fmean(rows[0][1]):>9.2f}   (goal 3)")


def publish(port: int) -> None:
    """Print how long after it was published an article is found over HTTP."""
    from tests import make

    took = []
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        for _ in range(PUBLISHED):
            word = "".join(random.choices("abcdefghijklmnop", k=12))  # no other is like it
            make.article(f"Found {word}", slug=word)
            began = time.perf_counter()
            while True:
                connection.request("GET", f"/search.json?q={word}")
                if b'"total": 1' in connection.getresponse().read():
                    break
                time.sleep(0.005)
            took.append((time.perf_counter() - began) * 1000)
    print_latencies([("publish to findable (goal 1,000)", sorted(took))])


# The run -----------------------------------------------------------------------------------------------------------


def fill(site: Path) -> None:
    """Write the articles and index them."""
    tocsin = [str(BIN / "tocsin")]
    subprocess.run([*tocsin, "new", str(site), "--name", "The Bell"], check=True, capture_output=True)
    environment = {**os.environ, "TOCSIN_SITE": str(site), "TOCSIN_SECRET_KEY": "of-the-benchmark-alone" * 3}
    command = [sys.executable, "-m", "benchmarks.newsroom", str(ARTICLES)]
    out = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    count, seconds = out.split()
    print(f"{int(count):,} published articles of {corpus.WORDS} words were written in {float(seconds):,.0f} s.")
    out = subprocess.run(
        [*tocsin, "--site", str(site), "search", "reindex"], check=True, capture_output=True, text=True
    ).stdout
    print(f"Indexed: {out.strip()}")


@contextlib.contextmanager
def served(site: Path, port: int) -> Iterator[int]:
    """Serve *site*, with its worker; gives the process."""
    command = [str(BIN / "tocsin"), "--site", str(site), "serve", "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        speed.wait_for(f"http://127.0.0.1:{port}/search/?q=ready")
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


def set_up(site: Path) -> None:
    """Have this process work on *site* too."""
    os.environ |= {"TOCSIN_SITE": str(site), "DJANGO_SETTINGS_MODULE": "tocsin.config.settings"}
    os.environ["TOCSIN_SECRET_KEY_FILE"] = str(site / "secrets" / "secret-key")
    import django

    django.setup()


def measure(folder: Path, site: Path) -> None:
    port = speed.free_port()
    chance = random.Random(1)
    addresses = {name: [make(chance) for _ in range(QUERIES)] for name, make in kinds().items()}
    rows: list[Row] = []
    rates = []
    with served(site, port) as pid:
        idle = memory(pid)
        page = speed.fetch(f"http://127.0.0.1:{port}{addresses['words, page'][0]}")
        for one in addresses.values():
            latencies(port, one[:50])  # warm
        rows += [(name, latencies(port, listed)) for name, listed in addresses.items()]
        if shutil.which("wrk"):
            rates = [(name, *throughput(folder, port, addresses[name])) for name in ("words, page", "suggestions")]
        busy = memory(pid)
        if shutil.which("nginx"):
            beside_nginx(folder, page, rows, rates)
        print_latencies(rows)
        compare(dict(rows), speed.beside_the_peers(folder))
        print(f"\n{'32 clients':<34}{'requests/s':>12}{'p99':>12}")
        for name, rate, slow in rates:
            print(f"{name:<34}{rate:>12,.0f}{slow:>12}")
        print(f"\nMemory of the group: {idle:.0f} MB at first, {busy:.0f} MB afterwards, the index's files aside.")
        set_up(site)
        publish(port)
    ranked()


def compare(rows: dict[str, list[float]], machine: float) -> None:
    """Print how much longer WordPress takes at the median, on its machine and, by nginx, on this one."""
    for name, published in WORDPRESS.items():
        took = part(rows[f"{name}, page"], 50)
        print(f"WordPress, {name}: {published:.0f} ms on its machine, {published / took:.0f} times ours (goal 60)")
        if machine:
            here = published / machine
            print(f"{'':<11}by nginx {here:.0f} ms on this one, {here / took:.0f} times ours")


def beside_nginx(folder: Path, page: bytes, rows: list[Row], rates: list[tuple[str, float, str]]) -> None:
    with speed.nginx(folder, page) as port:
        rows.append(("nginx: a page of results as a file", latencies(port, ["/"] * QUERIES)))
        if rates:
            rates.append(("nginx: a page of results as a file", *speed.load(f"http://127.0.0.1:{port}/")))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "site")
        print("Load of the machine before, over 1, 5 and 15 minutes: {:.1f} {:.1f} {:.1f}".format(*os.getloadavg()))
        measure(folder, folder / "site")
        print("and after: {:.1f} {:.1f} {:.1f}".format(*os.getloadavg()))


if __name__ == "__main__":
    main()
