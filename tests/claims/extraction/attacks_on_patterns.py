"""Attack every regular expression the extractor compiles; print those that are not linear. Run as a program.

Each unbounded repetition of a pattern is pumped with text that it accepts, behind what has to stand before it, and
followed by what it cannot accept. A pattern that needs longer than LIMIT seconds of processor time for LENGTH code points is
reported. One that is only ever matched at a given place is attacked there; all others are searched for.
"""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 20_000
LIMIT = 1.0
REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)
CATEGORIES = {c.CATEGORY_DIGIT: "7", c.CATEGORY_SPACE: " ", c.CATEGORY_WORD: "a", c.CATEGORY_NOT_SPACE: "a"}
SAMPLES = [
    (
        "en",
        "On Monday 5 March 2022, at least 20 to 30 people were killed near Kyiv, the mayor said. “We saw it,” he said.",
    ),
    (
        "uk",
        "У понеділок, 5 березня 2022 року, щонайменше 20 людей загинули під Києвом, заявив мер. «Ми бачили», — сказав він.",
    ),
    (
        "ru",
        "В понедельник, 5 марта 2022 года, не менее 20 человек погибли под Киевом, заявил мэр. «Мы видели», — сказал он.",
    ),
    (
        "es",
        "El lunes 5 de marzo de 2022 murieron al menos 20 personas cerca de Kiev, dijo el alcalde. «Lo vimos», dijo.",
    ),
    ("de", "Am Montag, 5. März 2022, starben 20 Menschen, sagte der Bürgermeister."),
    ("ar", "قال رئيس البلدية إن ٢٠ شخصا قتلوا يوم ٥ مارس ٢٠٢٢."),
    ("zh", "市长说，2022年3月5日有3万人。"),
]


def recorded() -> list[tuple[re.Pattern[str], bool]]:
    """Return the patterns compiled from files of the extractor, and whether each is searched for."""
    patterns: dict[tuple[str, int], tuple[re.Pattern[str], bool]] = {}
    compile_ = re.compile

    def recording(pattern: Any, flags: int = 0) -> re.Pattern[str]:
        made = compile_(pattern, flags)
        caller = sys._getframe(1)
        if "claims/extraction" in caller.f_code.co_filename:
            patterns[made.pattern, made.flags] = made, searched(Path(caller.f_code.co_filename), caller.f_lineno)
        return made

    re.compile = recording  # type: ignore[assignment]
    from tocsin.claims.extraction import Document, attributions, claims, figures, places, times

    for language, text in SAMPLES:
        document = Document(text, language=language)
        for layer in (figures, times, places, attributions, claims):
            layer.find(document)
    re.compile = compile_
    return list(patterns.values())


def searched(file: Path, line: int) -> bool:
    """Tell whether the pattern made at *line* of *file* may be searched for: whether its name is used for more than matching."""
    source = file.read_text(encoding="utf-8")
    before = "\n".join(source.splitlines()[:line])
    names = re.findall(r"^(_?[A-Z][A-Z_]*)\b[^\n=]*= re\.compile", before, re.MULTILINE)
    if not names:
        return True
    private = names[-1].startswith("_")
    where = [file] if private else file.parent.rglob("*.py")
    uses = "".join(path.read_text(encoding="utf-8") for path in where)
    return re.search(rf"\b{names[-1]}(?!\.(?:match|fullmatch)\(|\b[^\n=]*= re)\b", uses) is not None


def sample(node: Any) -> str:
    """Return a short text the parsed pattern *node* accepts, near enough."""
    return "".join(_sample(op, value) for op, value in node)


def _sample(op: Any, value: Any) -> str:
    if op in REPEATS:
        return sample(value[2]) * min(value[0], 10)
    accepted = {
        c.LITERAL: lambda: chr(value),
        c.IN: lambda: _member(value),
        c.SUBPATTERN: lambda: sample(value[3]),
        c.ATOMIC_GROUP: lambda: sample(value),
        c.BRANCH: lambda: sample(value[1][0]),
        c.ANY: lambda: "a",
        c.NOT_LITERAL: lambda: "a",
    }
    return accepted[op]() if op in accepted else ""


def _member(options: Any) -> str:
    op, value = options[0]
    if op is c.NEGATE:
        return "a"
    return chr(value if op is c.LITERAL else value[0]) if op in (c.LITERAL, c.RANGE) else CATEGORIES.get(value, "-")


def pumps(node: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield each repeatable text of the pattern, with what stands before it."""
    for op, value in node:
        if op in REPEATS:
            if value[1] > 10 and sample(value[2]):
                yield before, sample(value[2])
            yield from pumps(value[2], before)
        elif op is c.SUBPATTERN:
            yield from pumps(value[3], before)
        elif op is c.ATOMIC_GROUP:
            yield from pumps(value, before)
        elif op is c.BRANCH:
            for branch in value[1]:
                yield from pumps(branch, before)
        before += _sample(op, value)


def slow(pattern: re.Pattern[str], *, search: bool = True) -> str | None:
    """Return the text on which *pattern* is not linear, if there is one."""
    tried = {
        ("", "a"),
        ("", " "),
        ("", "7"),
        ("", "a "),
        ("", "7,"),
        *pumps(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)),
    }
    for before, pump in sorted(tried):
        attacks = (
            before + pump * (LENGTH // len(pump)) + "\0",
            (before + pump) * (LENGTH // len(before + pump)) + "\0",
        )
        for attack in attacks:
            signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
            try:
                if search:
                    for _ in pattern.finditer(attack):
                        pass
                else:
                    pattern.match(attack)
            except TimeoutError:
                return f"{before!r} + {pump!r} * n"
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return None


def _late(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    signal.signal(signal.SIGVTALRM, _late)
    assert slow(re.compile(r"(?:\w+\s?)+!")), "the check finds a pattern that is not linear"
    found = recorded()
    offenders = [
        (pattern.pattern[:200], attack) for pattern, search in found if (attack := slow(pattern, search=search))
    ]
    for pattern, attack in offenders:
        sys.stdout.write(f"{pattern}\n    on {attack}\n")
    sys.stdout.write(f"{len(found)} patterns, {len(offenders)} not linear\n")
    sys.exit(1 if offenders else 0)
