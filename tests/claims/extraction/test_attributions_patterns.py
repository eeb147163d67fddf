"""Who says what in languages without a parser: quotation marks, cues with endings, word order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import seconds
from tocsin.claims.extraction import Document, attributions, parser
from tocsin.claims.extraction.attributions.quotes import find as find_quotes

LANGUAGES = ("uk", "ru", "es", "de", "cs", "fr", "en", "xx")


def said(text: str, language: str) -> list[tuple[str, ...]]:
    return [
        tuple("|".join(text[start:end] for start, end in part) for part in (one.source, one.cue, one.content))
        for one in attributions.find(Document(text, language=language))
    ]


@pytest.mark.parametrize(
    ("language", "text", "source", "cue", "content"),
    [
        ("uk", "«Ми не здамося», — сказав голова Іван Петренко.", "голова Іван Петренко", "сказав", "«Ми не здамося»"),
        ("uk", "Міністр заявив, що наступ зупинено.", "Міністр", "заявив", "що наступ зупинено"),
        ("uk", "За даними ООН, загинули 200 осіб.", "ООН", "За даними", "загинули 200 осіб"),
        ("uk", "Як повідомила пресслужба ДСНС, пожежу загашено.", "пресслужба ДСНС", "повідомила", "пожежу загашено"),
        (
            "uk",
            "Росіяни обстріляли три села, повідомив голова ОВА Олег Сич.",
            "голова ОВА Олег Сич",
            "повідомив",
            "Росіяни обстріляли три села",
        ),
        (
            "uk",
            "Обстріли тривають, йдеться в повідомленні штабу.",
            "повідомленні штабу",
            "йдеться",
            "Обстріли тривають",
        ),
        ("uk", "У компанії «Світло» заявили, що мережу відновлено.", "«Світло»", "заявили", "що мережу відновлено"),
        ("es", "La alcaldesa negó haber cerrado el puente.", "La alcaldesa", "negó", "haber cerrado el puente"),
        ("ru", "«Мы дома», — сказал мэр Иван Петров.", "мэр Иван Петров", "сказал", "«Мы дома»"),
        ("ru", "По словам губернатора, погибли 12 человек.", "губернатора", "По словам", "погибли 12 человек"),
        ("ru", "Пожар потушен, сообщает агентство «Север».", "агентство «Север»", "сообщает", "Пожар потушен"),
        ("ru", "«Сегодня, — пояснила директор, — мы закрыты».", "директор", "пояснила", "«Сегодня|мы закрыты»"),
        ("ru", "— Я не знаю, — вздохнула Мария.", "Мария", "вздохнула", "Я не знаю"),
        (
            "ru",
            "Он добавил, что мост закрыт, и призвал жителей уехать.",
            "Он",
            "добавил",
            "что мост закрыт",
        ),
        ("ru", "Военные сообщили о гибели двух человек.", "Военные", "сообщили", "о гибели двух человек"),
        ("uk", "ДСНС: пожежу загашено за годину", "ДСНС", ":", "пожежу загашено за годину"),
        ("es", "El ministro dijo que el país está en calma.", "El ministro", "dijo", "que el país está en calma"),
        ("es", "“No hay agua”, afirmó el alcalde Juan Pérez.", "el alcalde Juan Pérez", "afirmó", "“No hay agua”"),
        ("es", "Hubo 12 muertos, según el Ministerio.", "el Ministerio", "según", "Hubo 12 muertos"),
        ("de", "„Wir schaffen das“, sagte die Kanzlerin.", "die Kanzlerin", "sagte", "„Wir schaffen das“"),
        ("de", "Laut Polizei wurden zwei Menschen verletzt.", "Polizei", "Laut", "wurden zwei Menschen verletzt"),
        ("de", "Der Minister sagte, die Lage sei stabil.", "Der Minister", "sagte", "die Lage sei stabil"),
        ("cs", "„Jsme doma,“ řekl trenér Novák.", "trenér Novák", "řekl", "„Jsme doma,“"),
        ("cs", "Ministr sdělil, že most je zavřený.", "Ministr", "sdělil", "že most je zavřený"),
        ("fr", "Selon l'ONU, 200 personnes sont mortes.", "l'ONU", "Selon", "200 personnes sont mortes"),
    ],
)
def test_source_cue_and_content(language: str, text: str, source: str, cue: str, content: str) -> None:
    assert said(text, language) == [(source, cue, content)]


def test_about_this_reports_points_to_the_sentence_before() -> None:
    assert said("Мост закрыт. Об этом сообщила мэрия города.", "ru") == [
        ("мэрия города", "сообщила", "Мост закрыт."),
    ]


@pytest.mark.parametrize(
    ("language", "text", "stance", "ours"),
    [
        ("ru", "Ведомство утверждает, что город взят.", "support", "distance"),
        ("ru", "Министр опроверг, что город взят.", "deny", "relay"),
        ("uk", "Мер підтвердив, що місто без води.", "support", "endorse"),
        ("es", "El alcalde negó que hubiera víctimas.", "deny", "relay"),
    ],
)
def test_stances(language: str, text: str, stance: str, ours: str) -> None:
    (one,) = attributions.find(Document(text, language=language))
    assert (one.stance, one.publisher_stance) == (stance, ours)


def test_english_without_the_parser_is_read_by_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "installed", lambda: False)
    assert said("“We have no water,” said Olena Bondar.", "en") == [("Olena Bondar", "said", "“We have no water,”")]
    assert said("Officials said that the bridge was gone.", "en") == [
        ("Officials", "said", "that the bridge was gone"),
    ]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said “yes, of course” twice.", ["“yes, of course”"]),
        ("„Ja“, sagte er. »Nein«, rief sie.", ["„Ja“", "»Nein«"]),
        ("''One,'' he said, ''two.''", ["''One,''", "''two.''"]),
        ("It's the dogs' 'own' way", ["'own'"]),
        ("“Open to the end\nNext.", ["“Open to the end"]),
        ("in ‘08 and “after”", ["“after”"]),
    ],
)
def test_quotation_marks(text: str, quotes: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_quotes(text)] == quotes


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200), st.sampled_from(LANGUAGES[:-2]))
def test_any_text_is_read_with_exact_spans(text: str, language: str) -> None:
    for one in attributions.find(Document(text, language=language)):
        for start, end in (*one.source, *one.cue, *one.content):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("language", ["uk", "ru", "es", "de", "cs"])
@pytest.mark.parametrize(
    "unit", ["сказал ", "«", "сказал, что ", "— ", "dijo que ", '" ', "sagte, ", "по словам ", "a, "]
)
def test_time_grows_with_length_alone(language: str, unit: str) -> None:
    def spent(times: int) -> float:
        return seconds(lambda: attributions.find(Document(unit * times, language=language)), of=2)

    assert spent(8000) < 10 * spent(2000) + 0.5
