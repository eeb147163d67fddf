"""Passages around what was found."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.search import analysis, query, snippets
from tocsin.search.alphabet import Alphabet

TEXT = "The council met in the morning. " * 20 + "Refugees reached Kyiv at night. " + "Nothing else was said. " * 20


def hits(pieces: list[snippets.Piece]) -> list[str]:
    return [piece.text for piece in pieces if piece.hit]


@pytest.mark.parametrize(
    ("asked", "language", "found"),
    [
        ("refugee", "en", ["Refugees"]),
        ("refugee Kiev", "en", ["Refugees", "Kyiv"]),
        ('"at night"', "en", ["at", "night"]),
        ("refug*", "en", ["Refugees"]),
        ("zeppelin", "en", []),
    ],
)
def test_the_passage_that_holds_the_hits(asked: str, language: str, found: list[str]) -> None:
    pieces = snippets.passage(TEXT, query.read(asked), language)
    assert hits(pieces) == found
    assert len("".join(piece.text for piece in pieces)) <= snippets.LENGTH + 10
    assert found == [] or pieces[0].text == "… "


def test_scripts_without_spaces() -> None:
    assert "".join(hits(snippets.marked("伊朗总统星期一表示", query.read("总统星"), "zh"))) == "总统星"


def test_inflected_forms_of_ukrainian() -> None:
    assert hits(snippets.marked("Біженців евакуювали до Києва", query.read("біженець Київ"), "uk")) == [
        "Біженців",
        "Києва",
    ]


@given(st.text(max_size=600), st.text(max_size=30))
def test_pieces_make_the_text_again(text: str, asked: str) -> None:
    assert "".join(piece.text for piece in snippets.marked(text, query.read(asked), "en")) == text
    snippets.passage(text, query.read(asked), "en")


@settings(deadline=None)
@given(
    text=st.lists(
        st.sampled_from(
            [
                "Bridges",
                "bridge's",
                "bridge,",
                "«Міст»",
                "мосту",
                "(Kyiv",
                "Київ",
                "伊朗总统",
                "a-b.c",
                "x’y",
                "кит",
                "\t\n",
                "x",
            ]
        )
    ).map(" ".join),
    asked=st.sampled_from(["bridge", "міст kiev", "伊朗", "bri*", '"bridge"', "b OR x"]),
    language=st.sampled_from(["en", "uk", "zh", "ar"]),
)
def test_what_is_told_from_what_is_kept_is_what_each_word_tells(text: str, asked: str, language: str) -> None:
    wanted = query.read(asked).wanted
    looking = snippets.Looking(wanted, language)
    one_by_one = [token for token in analysis.tokens(text) if snippets.Looking(wanted, language).hit(token.text)]
    for _ in range(2):
        assert list(looking.hits(text)) == one_by_one


@given(st.text("KkСсЦцЧЩшshczhtpqwuvaeioyйхХжgG", min_size=1, max_size=9).map(str.capitalize))
def test_the_sound_of_a_name_begins_with_what_its_first_letter_may(name: str) -> None:
    sound = analysis.sound(name)
    assert not sound or sound[0] in analysis.beginnings_of_sound(name[0])


@pytest.mark.parametrize(
    ("asked", "language", "text", "hits"),
    [
        ("정상회의", "ko", "다음 G20정상회의 개막", ["정상회의"]),
        ("年", "ja", "2022年 3月", ["年"]),
        ("技術", "zh", "新しいAI技術です", ["技術"]),
        ("Ukraine", "fr", "La guerre d’Ukraine", ["d’Ukraine"]),
        ("arte", "it", "la storia dell'arte", ["dell'arte"]),
        ("день", "uk", "Того дня і за кілька днів", ["дня", "днів"]),
        ("брати", "uk", "Я беру це", ["беру"]),
        ("werken", "nl", "Zij hebben gewerkt", ["gewerkt"]),
        ("bridge", "en", "the bridge’s deck", ["bridge’s"]),
        ("п'ять", "uk", "усі п’ять мостів", ["п’ять"]),
        ("Straße", "de", "in vielen Straßen", ["Straßen"]),
        ("äußerst", "de", "Äußerst knapp", ["Äußerst"]),
        ("п'ять", "uk", "Їх було пʼять.", ["пʼять"]),
        ("dʼUkraine", "fr", "La guerre dʼUkraine", ["dʼUkraine"]),
        ('"كتاب"', "ar", "هذا كـتاب جديد", ["كـتاب"]),
        ('"das Maß"', "de", "Das Maß ist voll", ["Das", "Maß"]),
        ("übung", "de", "eine uebung", ["uebung"]),
        ("テスト", "ja", "これはﾃｽﾄです", ["ﾃｽﾄ"]),
        ("๒๕๖๕", "th", "ปี๒๕๖๕", ["๒๕๖๕"]),
        ("AI", "ja", "新しいAI技術です", ["AI"]),
        ("^a* \\b* [c* z-a* ]*", "en", "a b c", []),
        ("lodz", "pl", "do Łódź", ["Łódź"]),
        ("sky", "en", "under the skies", ["skies"]),
        ("dying", "en", "they die", ["die"]),
        ("председник", "sr", "код председника", ["председника"]),
    ],
)
def test_each_form_of_a_word_is_marked(asked: str, language: str, text: str, hits: list[str]) -> None:
    found = snippets.passage(text, query.read(asked), language)
    assert "".join(piece.text for piece in found if piece.hit) == "".join(hits)


@given(st.text(min_size=1, max_size=8))
def test_a_beginning_of_any_characters_is_looked_for(begun: str) -> None:
    for language in ("en", "uk", "zh"):
        snippets.Looking(((query.Term(begun, query.Kind.PREFIX),),), language).hit("bridge")


def test_letters_taken_in_by_one_thread_are_waited_for_by_others() -> None:
    letters = [chr(one) for one in range(0x370, 0x3FF) if chr(one).isalpha()]
    for _ in range(20):
        alphabet = Alphabet()
        with ThreadPoolExecutor(8) as pool:
            met = list(pool.map(alphabet.meet, letters * 2))
        assert max(met) == len(alphabet._known) == len(set(alphabet._known))
        assert set(letters) <= set("".join(alphabet.written.values()) + alphabet.unheard)


def test_a_passage_has_the_words_rather_than_forms_of_one() -> None:
    text = "The council and other councils met. " + "Nothing came of it. " * 30 + "The council set the budget."
    found = snippets.passage(text, query.read("council budget"), "en")
    assert [piece.text for piece in found if piece.hit] == ["council", "budget"]
