"""What the newsroom teaches the spam filter: counts of words, out of which no comment can be read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db import transaction

from tocsin.comments.models import Comment, LearnedWord
from tocsin.comments.screening import bayes
from tocsin.comments.statuses import Kind, State

LESSONS = {State.SPAM: "spam", State.PUBLISHED: "good"}
"""What a decision teaches: the column that counts it."""
LONGEST = 64
SOME = 200


def judge(text: str) -> bayes.Judgement | None:
    """Return what the filter says of *text*; nothing while it was taught nothing."""
    found = counts(text)
    return bayes.judge(text, found) if "" in found else None


def counts(text: str) -> dict[str, tuple[int, int]]:
    """Return how often each word of *text* stood in spam and in good comments; the empty word counts the comments."""
    rows = LearnedWord.objects.filter(word__in=["", *_words(text)])
    return {word: (spam, good) for word, spam, good in rows.values_list("word", "spam", "good")}


def follow(comments: Iterable[Comment]) -> None:
    """Teach what has just been decided on *comments*; what was taught of them before is taken back."""
    lessons: list[_Lesson] = []
    changed = []
    for one in comments:
        lesson = LESSONS.get(State(one.state), "") if one.kind == Kind.COMMENT else ""
        if lesson != one.taught:
            lessons += [(one.text, one.taught, -1), (one.text, lesson, 1)]
            one.taught = lesson
            changed.append(one)
    _count(lessons)
    Comment.objects.bulk_update(changed, ["taught"], batch_size=200)


def unlearn(comments: Iterable[Comment]) -> None:
    """Take back what was taught of *comments*, which are about to be erased."""
    _count([(one.text, one.taught, -1) for one in comments])


def learn(text: str, *, spam: bool) -> None:
    """Teach that *text* is spam, or good; for a newsroom that brings examples of its own."""
    _count([(text, "spam" if spam else "good", 1)])


_Lesson = tuple[str, str, int]
"""A text, the column that counts it (none: nothing is taught), and one more or one less."""


def _words(text: str) -> set[str]:
    """Return the words of *text* that are counted: none that holds a digit or a sign, which could tell of a person."""
    return {word for word in bayes.words(text) if len(word) <= LONGEST and word.isalpha()}


@transaction.atomic
def _count(lessons: Iterable[_Lesson]) -> None:
    """Count all of *lessons* in a fixed number of queries for every few hundred words; what counts nothing goes."""
    changes: dict[str, Counter[str]] = defaultdict(Counter)
    for text, column, by in lessons:
        for word in ["", *_words(text)] if column else []:
            changes[word][column] += by
    if not changes:
        return
    words = sorted(changes)
    for start in range(0, len(words), SOME):
        some = words[start : start + SOME]
        LearnedWord.objects.bulk_create([LearnedWord(word=word) for word in some], ignore_conflicts=True)
        rows = list(LearnedWord.objects.select_for_update().filter(word__in=some).order_by("word"))
        for row in rows:
            row.spam = max(0, row.spam + changes[row.word]["spam"])
            row.good = max(0, row.good + changes[row.word]["good"])
        LearnedWord.objects.bulk_update(rows, ["spam", "good"], batch_size=SOME)
    LearnedWord.objects.filter(spam=0, good=0).delete()
