"""Texts to index terms, the same way for what is indexed and what is asked.

Each word gives up to three terms: *exact* (its own letters, case and accents folded), *stem* (what its inflected forms
share in its language) and, for a name, *sound* (what its spellings and transliterations share: Kyiv, Kiev, Київ).
Words are runs of letters, their marks and digits (Unicode); scripts written without spaces are cut into pairs of
characters, and the last of a run stands alone too, so that each character begins one term.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from tocsin.lib import word_forms

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u1950-\u19df\u1a20-\u1aaf\uaa80-\uaadf\u1b00-\u1b7f\ua980-\ua9df"  # Tai scripts, Balinese, Javanese
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"  # Chinese, Japanese
    "\uac00-\ud7af\u1100-\u11ff"  # Korean
    "\U00020000-\U0003fffd"
)
_RUN = re.compile(f"[{UNSPACED}]")
APOSTROPHES = "’'ʼ‘"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"
"""Characters inside a word that nobody sees: where a line may be broken, whether letters join."""


@cache
def _word() -> re.Pattern[str]:
    """Return the pattern of a word, made at its first use: not every process searches."""
    marks = "".join(one for one in map(chr, range(0x300, 0xFE30)) if unicodedata.category(one)[0] == "M")
    marks = re.sub(f"[{UNSPACED}]", "", marks)
    return re.compile(
        rf"[^\W{UNSPACED}]+(?:[{marks}{_INVISIBLE}{APOSTROPHES}]+[^\W{UNSPACED}]+)*[{marks}]*"
        rf"|(?P<unspaced>[{UNSPACED}][{UNSPACED}{_INVISIBLE}]*)"
    )


_SNOWBALL = (
    "ar:arabic hy:armenian eu:basque ca:catalan cs:czech da:danish nl:dutch en:english et:estonian fi:finnish "
    "fr:french de:german el:greek hi:hindi hu:hungarian id:indonesian ga:irish it:italian lt:lithuanian ne:nepali "
    "nb:norwegian nn:norwegian no:norwegian fa:persian pl:polish pt:portuguese ro:romanian ru:russian sr:serbian "
    "es:spanish sv:swedish ta:tamil tr:turkish yi:yiddish"
)
_STEMMERS = dict(pair.split(":") for pair in _SNOWBALL.split())
"""Snowball's stemmers by language (ISO 639-1)."""
_CUT = frozenset({"ar", "fa", "ga", "id", "nl", "pl", "sr", "ta", "yi"})
"""Languages whose stemmers take off beginnings too, or write them in another script."""
_UNSEEN = str.maketrans(dict.fromkeys(_INVISIBLE))
_PLAIN = _UNSEEN | str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
"""As stemmers expect it: they know the plain apostrophe alone (l'homme)."""
_ETHIOPIC = ((0x1210, 0x1200), (0x1280, 0x1200), (0x1220, 0x1230), (0x12D0, 0x12A0), (0x1340, 0x1338))
"""The first of each row of syllables that are spoken like those of another row."""
_LETTERS = (
    str.maketrans(dict.fromkeys(APOSTROPHES + "\u0640"))
    | _UNSEEN
    | str.maketrans("ёґłøđıðأإآىیکךםןףץँ", "егlodidاااييككמנפצं")
    | {row + order: like + order for row, like in _ETHIOPIC for order in range(7)}
)
"""Left out, or written as another: final forms, letters that differ by a stroke, signs that sound alike."""
_NASAL = re.compile("[ङञणनम]्(?=[क-घच-झट-ढत-धप-भ])")
"""A nasal before its own row of consonants in Devanagari, which is also written as a dot."""
_NO_ACCENT = ("COMBINING KATAKANA", "COMBINING CYRILLIC LETTER")
_ACCENT = ("COMBINING", "HEBREW", "ARABIC", "SYRIAC")
_KEPT = frozenset("йї")
"""Letters of their own, though Unicode takes them apart into a letter and a mark."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text and where it stands (code points, the end excluded)."""

    text: str
    start: int
    end: int

    @property
    def exact(self) -> str:
        return folded(self.text)


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of *text* in order; of scripts without spaces, each pair of neighbours and the last alone."""
    for match in _word().finditer(text):
        if match["unspaced"] is None:
            yield Token(match.group(), *match.span())
        else:
            places = [place for place in range(*match.span()) if text[place] not in _INVISIBLE]
            yield from (Token(text[one] + text[other], one, other + 1) for one, other in pairwise(places))
            yield Token(text[places[-1]], places[-1], places[-1] + 1)


def words(text: str) -> list[str]:
    """Return the texts of ``tokens``."""
    if _RUN.search(text):
        return [token.text for token in tokens(text)]
    return [match[0] for match in _word().finditer(text)]


def asked(text: str) -> list[Token]:
    """Return the words of what is looked for: of a run of characters at its end, what may go on in a text."""
    found = list(tokens(text))
    return found[:-1] if len(found) > 1 and found[-1].start < found[-2].end else found


def lone(text: str) -> bool:
    """Tell whether *text* is one character of a script without spaces, which is more often the beginning of a term."""
    return len(text) == 1 and unspaced(text)


def unspaced(text: str) -> bool:
    """Tell whether *text* is a run of characters of a script without spaces."""
    match = _word().fullmatch(text)
    return match is not None and match["unspaced"] is not None


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """Return *word* in small letters, without accents, apostrophes and pointing; letters that sound alike as one.

    Vowel signs stay (Indic scripts, Thai), digits are those of ASCII.
    """
    plain = unicodedata.normalize("NFKC", word).casefold()
    if not plain.isascii():
        plain = "".join(letter if letter in _KEPT else _bare(letter) for letter in unicodedata.normalize("NFC", plain))
        plain = _NASAL.sub("ं", plain)
    return plain.translate(_LETTERS)


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    kept = "".join(part for part in unicodedata.normalize("NFKD", letter) if not _is_accent(part))
    return unicodedata.normalize("NFC", kept)


def _is_accent(part: str) -> bool:
    """Tell whether *part* only says how a letter is spoken; a vowel sign of a script without vowels does more."""
    name = unicodedata.name(part, "") if unicodedata.category(part) == "Mn" else ""
    return (name.startswith(_ACCENT) and not name.startswith(_NO_ACCENT)) or name.endswith("SIGN NUKTA")


@lru_cache(maxsize=131_072)
def stem(word: str, language: str) -> str:
    """Return what the forms of *word* share in *language* (two letters); the folded word where nothing is known."""
    language = language.partition("-")[0]
    if forms := word_forms.readings(word.lower(), language):
        return folded(str(forms[0].normal_form))
    stemmer = _stemmer(language if not _foreign(word, language) else "")
    seen = word.lower() if language == "fa" else word.lower().translate(_PLAIN)
    return folded(stemmer.stemWord(seen)) if stemmer else folded(word)


def cuts_beginnings(language: str) -> bool:
    """Tell whether stems of *language* may begin with another letter than the word."""
    return language.partition("-")[0] in _CUT


def _foreign(word: str, language: str) -> bool:
    """Tell whether a word is Latin in a text that is not, or the other way round."""
    return word.isascii() != (language not in {"ar", "hy", "el", "hi", "ne", "fa", "ru", "sr", "ta", "yi", "uk"}) and (
        word.isascii() or _script(word) != "LATIN"
    )


@lru_cache(maxsize=4096)
def _script(word: str) -> str:
    return unicodedata.name(word[0], "").split(" ")[0] if word else ""


@lru_cache(maxsize=32)
def _stemmer(language: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer(_STEMMERS[language]) if language in _STEMMERS else None


_CYRILLIC = "абвгдеєжзиіїйклмнопрстуфхцчшщыэюяў"
_LATIN = "a b v h d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch y e iu ia u"
_ROMAN = str.maketrans(dict(zip(_CYRILLIC, _LATIN.split(), strict=True)) | dict.fromkeys("ъь"))
_ALIKE = (
    (re.compile(r"shch|sch|sh|ch|cz|ts|tz|zh|dj|dzh"), "c"),
    (re.compile(r"[kg]h"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"[wu](?=[aeiou])"), "v"),
    (re.compile(r"q"), "k"),
    (re.compile(r"[aeiouy]+"), "a"),
    (re.compile(r"g"), "h"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_LEAST_SOUNDS, _SHORT = 3, 4
_EXONYMS = (
    ("kyiv", "kiev", "київ", "києв", "киев"),
    ("lviv", "lvov", "lwow", "львів", "львов"),
    ("dnipro", "dnepr", "дніпро", "днепр", "dniepr", "dnieper"),
    ("odesa", "odessa", "одеса", "одесса"),
    ("gaza", "ghazza", "غزة", "gaz"),
    ("beijing", "peking", "北京"),
)
_EXONYM = {name: names[0] for names in _EXONYMS for name in names}


_HEARD = dict(zip("sztdkpgqwu", ("sc", "zc", "tc", "dc", "kh", "pf", "h", "k", "wv", "av"), strict=True))
_HEARD |= dict.fromkeys("aeioy", "a")


def beginnings_of_sound(letter: str) -> str:
    """Return the letters with which the sound of a name that begins with *letter* may begin."""
    roman = folded(letter).translate(_ROMAN)[:1]
    return "=" + _HEARD.get(roman, roman)


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return what the spellings and transliterations of a name share, or nothing for a word that is no name.

    A name begins with a capital. Vowels count as one; a name of fewer than three consonants gives nothing unless it is
    one of the few whose other names are listed.
    """
    return key_of_sound(word) if word[:1].isupper() else ""


@lru_cache(maxsize=65_536)
def key_of_sound(word: str) -> str:
    """Return the key of ``sound`` for a word typed without care for capitals."""
    name = folded(word)
    stemmed = name.rstrip("аеиіоуяюєїйь") if len(name) > _SHORT else name
    for form in (name, stemmed):
        if form in _EXONYM:
            return f"={_EXONYM[form]}"
    key = name.translate(_ROMAN)
    if not key.isascii() or not key.isalpha():
        return ""
    for pattern, alike in _ALIKE:
        key = pattern.sub(alike, key)
    key = key.rstrip("a")
    return key if len(key.replace("a", "")) >= _LEAST_SOUNDS else ""
