"""Numbers of papers: passports, identity cards, taxes, accounts, payment cards, number plates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.comments.screening.details import numbers
from tocsin.comments.screening.details.detail import Found

_L = r"[A-ZА-ЯІЇЄҐ]"
_IBAN = re.compile(r"(?<!\w)[A-Za-z]{2}\d{2}[ -]?(?:[A-Za-z0-9]{4}[ -]?){2,8}[A-Za-z0-9]{0,4}(?!\w)")
_CARD = re.compile(r"(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d.,]\d)")
_PAPER = re.compile(
    rf"(?<![\w.-]){_L}{{1,3}}[ -]?№?\s?\d{{6,10}}[ -]?{_L}?(?!\w)|"  # a passport or card of most countries
    rf"(?<![\w.-])\d{{6,10}}[ -]?{_L}{{1,3}}(?!\w)|"  # Spain's and its like
    rf"(?<!\w)[A-Z]{{2}}(?: \d\d){{3}} ?[A-Z](?!\w)|"  # Britain's insurance number
    r"(?<!\w)[A-Za-z]{6}\d\d[A-Za-z]\d\d[A-Za-z]\d{3}[A-Za-z](?!\w)|"  # Italy's tax code
    r"(?<!\w)[A-Z]{4}\d{6}[A-Z0-9]{3,8}(?!\w)|"  # Mexico's
    r"(?<!\w)[A-Z]{5}\d{4}[A-Z](?!\w)|"  # India's
    r"(?<!\w)\d{6}[-+A-FYU]\d{3}[\dA-Z](?!\w)|"  # the Nordic ones
    r"(?<!\w)\d{6,17}[XХ](?!\w)"  # China's
)
_LONG = re.compile(r"(?<!\w)(?=[A-Z]{0,6}\d)[A-Z\d]{9,34}(?!\w)")
_NAMED = re.compile(
    r"(?:паспорт\w{0,3}|посвідчення|удостоверение|ІПН|ИНН|РНОКПП|СНИЛС|ЄДРПОУ|УНЗР|passport|pasaporte|passeport|reisepass|"
    r"paszport\w{0,2}|passaporto|passaporte|pasaport|ausweis|steuer-?id|driver'?s? licen[sc]e|social security|identity card|"
    r"national id|id (?:card|number|no)|\bDNI|\bNIE|\bNIF|\bSSN|\bPESEL|\bCPF|\bCNPJ|\bCURP|\bRFC|\bRG|\bNIP|\bTCKN|\bTC kimlik|"
    r"codice fiscale|\bINSEE|sécurité sociale|carte d'identité|dowód\w{0,3}|kimlik|iban|هوية|الهوية|جواز|پاسپورت|گذرنامه|"
    r"کد ملی|کدملی|شناسنامه|דרכון|תעודת זהות|护照|身份证|आधार)(?:[\s:№#.,-]|no|nr|num|número|numero|numer|серія|серия|номер|number|is|رقم|شماره){0,6}"
    r"([A-ZА-ЯІЇЄҐ]{0,4}[ -]?\d[\dA-Z](?:[ ./-]?[\dA-Z]){3,24})(?!\w)",
    re.IGNORECASE,
)
_PLATE = re.compile(
    r"(?<![\w.-])(?:"
    rf"{_L}{{2}} ?\d{{4}} ?{_L}{{2}}|{_L} ?\d{{3,4}} ?{_L}{{2}}(?: ?\d{{2,3}})?|{_L}{{1,2}}\d{{3,4}} \d{{2,3}}|\d{{3,4}}{_L}{{1,2}}\d{{0,3}} \d{{2,3}}|"  # Ukraine, Russia
    r"[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{2}[- ]?\d{3}[- ]?[A-Z]{2}|\d{4}[- ][B-DF-HJ-NP-TV-Z]{3}|"  # GB, FR, IT, ES
    r"[A-Z]{1,2} \d{4} [A-Z]{1,2}|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[- ]?\d{1,4}[HE]?|[A-Z]{2,3} ?\d[A-Z\d]{3,4}|[A-Z]{3} [A-Z]{1,2}\d{2,3}|"  # ES before 2000, DE, PL
    r"[A-Z]{1,3}-?\d{1,6} [A-Z]{1,3}|[A-Z]{1,2}-\d{2,3} ?\d{3}|[A-Z]{3}-\d[A-Z]\d{2}|[A-Z]{3}[ -]\d{3,4}|[A-Z]{3}\d{3,4}|"  # AT, CH, BR, many
    r"(?:0[1-9]|[1-7]\d|8[01]) ?[A-Z]{1,3} ?\d{2,5}|\d{3}[ -][A-Z]{3}(?:-\d{2})?|\d{3}-[A-Z]{4}|[A-Z]{2}-\d{4}|\d-\d{4}[A-Z]|\d[ -][A-Z]{3}[ -]\d{2,3}|\d-[A-Z]\d{4}|"  # TR, the Americas, BE
    r"\d[A-Z]{2,3} ?[A-Z\d]?\d{2,3}|\d{2}-[A-Z]{2}-\d{2,3}|[A-Z]{2}-\d{2}-[A-Z]{2,3}|\d{2}-\d{2}-[A-Z]{2}|\d{3}[A-Z]{3}|"  # US, NL, PT, RO
    r"[A-Z]{3}[ -]?[A-Z]\d{2}|\d[A-Z]{3}\d{3}|[A-Z]{2} \d{2} \d{3}|[A-Z]{4}-\d{2}|\d{2}-[A-Z]{2,3}-[A-Z\d]{1,2}|[A-Z]{1,3}-\d{2,3}-[A-Z]{1,3}|[A-Z]{3} \d{2}[A-Z\d]|\d{2}[A-Z]-\d{5}|[A-Z]{2}-\d{2}-\d{2}|\d{4}-[A-Z]{2}|[A-Z]{3}-\d{2}-\d{2}|[A-Z]{3}-\d{3}-[A-Z]|"
    r"[A-Z]\d[A-Z] ?\d[A-Z]\d|\d[A-Z]{2} ?[A-Z]\d{2,3}|\d{3}-\d{2}-\d{3}|\d-\d{2,4}-\d{2}|"
    r"[\u4e00-\u9fff][A-Z][-·]?[A-Z\d]{5}|\d{2,3}\s?[가-힣]\s?\d{4}|(?:[ابحدرسصطعقكلمنهوىي] ){2,3}\d{3,4}|\d{2} ?(?:[آ-ی]|الف) ?\d{3}(?:[ -]\d{2})?"
    r")(?![\w-])"
)
_MEASURES = re.compile(
    r"USD|EUR|GBP|UAH|RUB|RUR|PLN|TRY|BRL|CHF|JPY|CNY|CAD|AUD|SEK|NOK|DKK|CZK|HUF|RON|BGN|INR|IRR|SAR|AED|EGP|ILS|KZT|BYN|"
    r"MPH|KPH|KMH|GMT|UTC|EST|PST|CET|EET|MSK|RPM|BCE|BBC|CNN|NBC|ABC|CBS|NBA|WWF|GDP|BBL|HMS|NFL|NHL|MLB|FIFA|UEFA|TSN|RFE|AFP|UNHCR|UNICEF|"
    r"ISO|DIN|RFC|CVE|COVID|SARS|HIV|DNA|GPS|USB|PDF|UHD|LED|TNT|ATGM|IFV|APC|NLAW|RPG|BMP|BTR|BRM|BRDM|MTLB|RSZO|TOS|MSTA|"
    r"UN|EU|US|UK|SC|GA|HR|AIM|AGM|MIM|RIM|BGM|FGM|FIM|SPG|MIG|MRAP|IRIS|HARM|GBU|JDAM|ATACMS|GLSDB|UAV|FPV|KAB|FAB|ODAB|RBK|PTM|PFM|MON|OZM|PMN|UNSC|UNGA|RES|NATO|OSCE|ЗРК|РСЗО|"
    r"БМП|БТР|БМД|БРДМ|МТЛБ|ФАБ|КАБ|ТОС|РПГ|ПТУР|ГОСТ|ДСТУ|ТСН|СССР|УССР|УРСР|ТАСС"
)


def search(text: str) -> Iterator[Found]:
    """Yield what looks like the number of a paper, a card, an account or a vehicle."""
    within = numbers.without(text, loose_sums=False)
    for match in _IBAN.finditer(within):
        if _is_account(match.group()):
            yield Found("document", *match.span())
    for match in _CARD.finditer(within):
        if adds_up(match.group()):
            yield Found("document", *match.span())
    for match in _LONG.finditer(within):
        if _mixed(match.group()):
            yield Found("document", *match.span())
    for match in _NAMED.finditer(text):
        if sum(one.isdigit() for one in match.group(1)) >= 5:
            yield Found("document", *match.span(1))
    for pattern in (_PAPER, _PLATE):
        for match in pattern.finditer(within):
            if not _is_measure(match.group()):
                yield Found("document", *match.span())


def adds_up(number: str) -> bool:
    """Whether the last figure is the check that Luhn's rule asks for."""
    figures = [int(one) for one in number if one.isdigit()]
    doubled = [sum(divmod(2 * one, 10)) for one in figures[-2::-2]]
    return (sum(figures[-1::-2]) + sum(doubled)) % 10 == 0


def _is_account(written: str) -> bool:
    """Whether the check figures of an account are right, or it has the look of one without a doubt."""
    number = "".join(one for one in written.upper() if one.isalnum())
    if not 15 <= len(number) <= 34:
        return False
    turned = number[4:] + number[:4]
    if int("".join(str(int(one, 36)) for one in turned if one.isascii())) % 97 == 1:
        return True
    return sum(one.isdigit() for one in number) >= 12 and written == written.upper()


def _mixed(number: str) -> bool:
    figures = sum(one.isdigit() for one in number)
    return figures >= 6 and figures < len(number)


def _is_measure(written: str) -> bool:
    """Whether it is a sum, a speed, a standard, a weapon: ``500 USD``, ``ISO 9001``, ``BMP-2``; or ends in a year."""
    letters = "".join(one for one in written if one.isalpha())
    figures = "".join(one for one in written if one.isdigit())
    if _MEASURES.fullmatch(letters) or figures.endswith("000"):
        return True
    return len(figures) == 4 and figures[:2] in {"19", "20"} and " " in written and not written[0].isdigit()
