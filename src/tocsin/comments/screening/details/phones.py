"""Telephone numbers, in figures of any script, in groups of any kind, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import phonenumbers

from tocsin.comments.screening.details import numbers
from tocsin.comments.screening.details.detail import Found

LEAST, MOST = 7, 15
"""Figures in a telephone number; fewer only where the text calls it one, more are some other number."""

_GAP = r"[ \-./()\\·•_*~|:]{0,4}"
_RUN = re.compile(rf"(?<!\d)[+(]{{0,2}}\d(?:{_GAP}\d){{6,29}}(?!\d)")
_PLAIN_GAP = _GAP.replace("|", "")
"""The same without the stroke, which stands for a one in a disguised number."""
_DISGUISED = re.compile(
    rf"(?<!\w)[+(]{{0,2}}[\dOОоo]{_PLAIN_GAP}(?:[\dOОоoIl|зЗЧSБб]{_PLAIN_GAP}){{7,18}}[\dOОоol](?!\w)"
)
_CALLED = re.compile(
    r"(?:\b(?:tel|telephone|phone|ph|mob|mobile|cell|call|whats ?app|viber|telegram|signal|sms|fax|"
    r"teléfono|telefono|móvil|celular|llama|téléphone|portable|appelez|telefon|handy|ruf|komórka|telefone|ligue|cellulare|"
    r"cep|ara|numara|nr|тел|телефон|моб|номер|дзвоніть|звоните|вайбер|ватсап|телеграм)\b|هاتف|جوال|موبايل|تلفن|موبایل|"
    r"واتساب|رقم|شماره|טלפון|נייד|फोन|मोबाइल|电话|手机|☎|📞|📱)"
    rf"[\s.:№#+-]{{0,5}}(\d(?:{_GAP}\d){{4,14}})(?!\d)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]{1,20}")
_FIGURES = frozenset(
    "zero oh one two three four five six seven eight nine double triple "
    "нуль ноль один одна два дві две три чотири четыре п'ять пять п шість шесть сім семь вісім восемь дев'ять девять ять дев "
    "cero uno dos tres cuatro cinco seis siete ocho nueve zéro deux trois quatre cinq sept huit neuf un "
    "null eins zwo zwei drei vier fünf sechs sieben acht neun jeden dwa trzy cztery pięć sześć siedem osiem dziewięć "
    "um dois três quatro sete oito nove meia due tre quattro cinque sei sette otto "
    "sıfır bir iki üç dört beş altı yedi sekiz dokuz "
    "صفر واحد اثنان اثنين ثلاثة اربعة أربعة خمسة ستة سبعة ثمانية تسعة یک دو سه چهار پنج شش هفت هشت نه".split()
)
_REGIONS = {
    "en": ("US", "GB"), "uk": ("UA",), "ru": ("RU", "KZ"), "es": ("ES", "MX", "CO"), "fr": ("FR",), "de": ("DE", "CH"),
    "pl": ("PL",), "it": ("IT",), "pt": ("PT", "BR"), "tr": ("TR",), "ar": ("SA", "EG", "SY"), "fa": ("IR", "AF"),
    "cs": ("CZ",), "el": ("GR",), "he": ("IL",), "nl": ("NL",),
}  # fmt: skip


def search(text: str, languages: Sequence[str] = ()) -> Iterator[Found]:
    """Yield what looks like a telephone number. A longer number is yielded as that of a document."""
    within = numbers.without(text)
    for match in _RUN.finditer(within):
        if (kind := _kind(match.group(), languages)) is not None:
            yield Found(kind, *match.span())
    for match in _CALLED.finditer(within):
        yield Found("phone", *match.span(1))
    for match in _DISGUISED.finditer(within):
        shown = sum(one.isdigit() for one in match.group())
        if shown >= LEAST - 1 and shown < sum(one.isalnum() or one == "|" for one in match.group()):
            yield Found("phone", *match.span())
    yield from _in_words(text)


def _kind(run: str, languages: Sequence[str]) -> str | None:
    groups = re.findall(r"\d+", run)
    figures = "".join(groups)
    if len(figures) > MOST:
        return "document" if len(groups) == 1 or len({len(one) for one in groups[:-1]}) == 1 else "phone"
    if run.startswith(("+", "(")) or ")" in run:
        return "phone"
    if _is_score(run, groups) or _are_years(groups) or len(set(figures)) == 1:
        return None
    if _is_grouped_by_thousands(run, groups) and not _is_valid(figures, languages):
        return None
    return "phone"


def _is_score(run: str, groups: list[str]) -> bool:
    """Whether it is as ``6-4 3-6 7-5``: figures one or two wide, tied in pairs."""
    return (
        all(len(one) <= 2 for one in groups)
        and re.fullmatch(r"\d{1,2}[-:]\d{1,2}(?:[ /]{1,3}\d{1,2}[-:]\d{1,2}){1,9}", run) is not None
    )


def _are_years(groups: list[str]) -> bool:
    return all(len(one) == 4 and one[:2] in {"18", "19", "20"} for one in groups)


def _is_grouped_by_thousands(run: str, groups: list[str]) -> bool:
    if run[0] == "0" or len(groups) < 3 or len(groups[0]) > 3 or any(len(one) != 3 for one in groups[1:]):
        return False
    if len(groups) == len(groups[0]) == 3:
        return False
    return len(set(re.findall(r"\D+", run))) == 1 and re.search(r"[ .]", run) is not None


def _is_valid(figures: str, languages: Sequence[str]) -> bool:
    """Whether it is a number in some country whose numbers are written in threes."""
    regions = dict.fromkeys(
        [*(region for one in languages for region in _REGIONS.get(one, ())), "PL", "ES", "PT", "CZ", "SK"]
    )
    for region in regions:
        try:
            number = phonenumbers.parse(figures, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return True
    return False


def _in_words(text: str) -> Iterator[Found]:
    """Yield runs of figures said in words, such as "nine eight seven …"."""
    run: list[re.Match[str]] = []
    said = 0
    for match in _WORD.finditer(text):
        word = match.group().lower()
        is_figure = word in _FIGURES or (word.isdecimal() and len(word) <= 3)
        near = not run or match.start() - run[-1].end() <= 4
        if run and not (is_figure and near):
            if len(run) >= LEAST and said >= 4:
                yield Found("phone", run[0].start(), run[-1].end())
            run, said = [], 0
        if is_figure:
            run.append(match)
            said += word in _FIGURES
    if len(run) >= LEAST and said >= 4:
        yield Found("phone", run[0].start(), run[-1].end())
