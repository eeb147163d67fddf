"""What is found: exact parts of titles, inflected forms, typing errors, every script, and never too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.search import engine, query
from tocsin.search.asking import ask
from tocsin.search.records import Answer, Exact, Options, Order, Record

DAY = datetime(2022, 3, 5, 12, tzinfo=UTC)
RECORDS = [
    Record(
        "article:1",
        "article",
        "Ukraine people resist",
        "Families fled Mariupol; refugees were evacuated.",
        "en",
        date=DAY,
    ),
    Record(
        "article:2",
        "article",
        "Україна чинить опір",
        "Біженців евакуювали з Маріуполя до Києва.",
        "uk",
        tags=("Людяність",),
    ),
    Record("article:3", "article", "Éxodo en Ürümqi", "Los niños llegaron al café.", "es", section="On the ground"),
    Record("article:4", "article", "伊朗总统", "伊朗总统星期一表示，谈判将继续。", "zh"),
    Record("article:5", "article", "إيران", "قال الرئيس إن الأطفال وصلوا.", "ar", authors=("Olha Koval",)),
    Record(
        "claim:1",
        "claim",
        "The convoy reached Kyiv",
        "The mayor says so.",
        "en",
        status="contested",
        date=DAY.replace(year=2023),
    ),
    Record("page:1", "page", "About us", "We write about aid and peace.", "en"),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> engine.Index:
    return engine.Index(engine.build(tmp_path_factory.mktemp("index"), RECORDS))


def found(answer: Answer) -> list[str]:
    return [hit.record.key for hit in answer.hits]


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("kraine peop", {Exact.ANYWHERE}),
        ("ukraine pe", {Exact.ANYWHERE, Exact.START}),
        ("le resist", {Exact.ANYWHERE, Exact.END}),
        ("Ukraine  people resist", set(Exact)),
        ("UKRAINE PEOPLE RESIST", set(Exact)),
        ("people ukraine", set()),
        ('"Ukraine people resist"', set()),
        ("u", {Exact.ANYWHERE, Exact.START}),
        ("st", {Exact.ANYWHERE, Exact.END}),
    ],
)
@pytest.mark.parametrize("position", Exact)
def test_exact_matches_only_in_titles(index: engine.Index, position: Exact, text: str, positions: set[Exact]) -> None:
    answer = ask(index, query.whole(text), Options(exact=position, in_content=False))
    assert ("article:1" in found(answer)) == (position in positions)


def test_the_same_words_in_another_order_are_found_where_all_are_asked_for(index: engine.Index) -> None:
    answer = ask(index, query.read("people ukraine"), Options())
    assert [hit.record.key for hit in answer.hits if hit.full] == ["article:1"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("families", "article:1"),
        ("refugee", "article:1"),
        ("evacuation", "article:1"),
        ("Mariupil", "article:1"),
        ("refugess", "article:1"),
        ('"refugees were evacuated"', "article:1"),
        ("біженець", "article:2"),
        ("Київ", "article:2"),
        ("Kiev", "claim:1"),
        ("urumqi", "article:3"),
        ("exodo", "article:3"),
        ("niño", "article:3"),
        ("朗总", "article:4"),
        ("星期一", "article:4"),
        ("اطفال", "article:5"),
        ("evac*", "article:1"),
        ("title:convoy", "claim:1"),
        ("aid NEAR peace", "page:1"),
        ("author:koval", "article:5"),
        ("tag:людяність", "article:2"),
        ('section:"on the ground"', "article:3"),
        ("type:claim", "claim:1"),
        ("lang:zh", "article:4"),
        ("after:2023", "claim:1"),
        ("convoy -kherson", "claim:1"),
        ("convoy OR zeppelin", "claim:1"),
    ],
)
def test_what_comes_first(index: engine.Index, text: str, first: str) -> None:
    assert found(ask(index, query.read(text), Options()))[:1] == [first]


@pytest.mark.parametrize(
    "text",
    ['"evacuated were"', "families -fled", "title:families", "after:2024", "tag:none", "zeppelin", '"', "", "-", "*"],
)
def test_what_finds_nothing(index: engine.Index, text: str) -> None:
    assert found(ask(index, query.read(text), Options())) == []


def test_full_matches_come_first_and_partial_ones_are_said_to_be(index: engine.Index) -> None:
    answer = ask(index, query.read("convoy mayor families"), Options())
    assert (answer.full, answer.partial) == (0, 2)
    assert {hit.full for hit in answer.hits} == {False}
    answer = ask(index, query.read("convoy mayor"), Options())
    assert [(hit.record.key, hit.full) for hit in answer.hits] == [("claim:1", True)]


def test_types_are_counted_whatever_types_are_chosen(index: engine.Index) -> None:
    answer = ask(index, query.read("mariupol OR convoy"), Options(types=("claim",)))
    assert found(answer) == ["claim:1"]
    assert answer.types == {"article": 2, "claim": 1}


@pytest.mark.parametrize("text", ["bridge", "toll", "bridge toll", "bridge -toll", "type:claim bridge", "zeppelin"])
def test_types_are_counted_where_nearly_all_are_of_one(tmp_path: Path, text: str) -> None:
    many = [Record(f"article:{at}", "article", f"A bridge {at}", "A toll." * (at % 3), "en") for at in range(20)]
    few = [Record(f"claim:{at}", "claim", f"The bridge stands {at}", "A toll." * at, "en") for at in range(3)]
    both = engine.Index(engine.build(tmp_path, [*many, *few, Record("page:1", "page", "The toll", "", "en")]))
    everything = ask(both, query.read(text), Options(), limit=50)
    wanted = Counter(hit.record.type for hit in everything.hits if hit.full)
    assert ask(both, query.read(text), Options(), limit=1).types == everything.types == wanted


def test_where_to_search(index: engine.Index) -> None:
    assert found(ask(index, query.read("convoy"), Options(in_title=False))) == []
    assert found(ask(index, query.read("mayor"), Options(in_content=False))) == []
    assert ask(index, query.read("convoy"), Options(in_title=False, in_content=False)) == Answer()


def test_order_by_date_and_days(index: engine.Index) -> None:
    both = query.read("mariupol OR convoy after:2022-01-01")
    assert found(ask(index, both, Options(order=Order.NEWEST))) == ["claim:1", "article:1"]
    assert found(ask(index, both, Options(order=Order.OLDEST))) == ["article:1", "claim:1"]
    assert query.read("before:2022").before == date(2022, 12, 31)


def test_pages_follow_each_other_without_gap_or_repeat(index: engine.Index) -> None:
    asked = query.read("mariupol convoy the families")
    whole = found(ask(index, asked, Options(), limit=10))
    pages = [key for offset in range(0, 10, 2) for key in found(ask(index, asked, Options(), limit=2, offset=offset))]
    assert whole == pages
    assert len(set(whole)) == len(whole) > 2


def test_a_record_written_again_replaces_the_old_and_a_gone_one_is_gone(tmp_path: Path) -> None:
    index = engine.Index(engine.build(tmp_path, RECORDS))
    index.write([Record("article:1", "article", "Quite another", "text", "en")], gone=["claim:1"])
    assert found(ask(index, query.read("resist"), Options())) == []
    assert found(ask(index, query.read("convoy"), Options())) == []
    assert found(ask(index, query.read("another"), Options())) == ["article:1"]


def test_another_process_sees_what_was_written(tmp_path: Path) -> None:
    folder = engine.build(tmp_path, RECORDS)
    reader, writer = engine.Index(folder), engine.Index(folder)
    writer.write([Record("article:9", "article", "Zeppelin sighted", "", "en")])
    assert found(ask(reader, query.read("zeppelin"), Options())) == ["article:9"]


def test_a_new_index_takes_over_and_the_old_one_still_answers(tmp_path: Path) -> None:
    first = engine.Index(engine.build(tmp_path, RECORDS))
    second = engine.build(tmp_path, RECORDS[:1])
    assert engine.current(tmp_path) == second
    assert found(ask(first, query.read("convoy"), Options())) == ["claim:1"]


def pieces() -> Iterator[str]:
    yield from (
        '"',
        "-",
        "*",
        "OR",
        "NEAR",
        "title:",
        "author:",
        "after:",
        "\x00",
        "\u202e",
        "(",
        ")",
        "[",
        "\\",
        "^",
        "~",
        ":",
        "伊",
        "é",
        "mariupol",
    )


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(list(pieces()))).map(" ".join),
        st.lists(st.sampled_from(list(pieces()))).map("".join),
    ),
    st.sampled_from([None, *Exact]),
)
def test_any_text_gets_an_answer(index: engine.Index, text: str, exact: Exact | None) -> None:
    asked = query.whole(text) if exact else query.read(text)
    answer = ask(index, asked, Options(exact=exact))
    assert len(answer.hits) <= answer.full + answer.partial


@pytest.mark.parametrize("text", ["𗀀", "ꦗ", "\ue000", "Ⴀ", "я𗀀"])
def test_letters_no_dictionary_knows(index: engine.Index, text: str) -> None:
    assert found(ask(index, query.read(text), Options())) == []
