"""Which language a text is in: by its script and its commonest words. Declarations of pages are often wrong."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from tocsin.importers.webpage.page import Direction

_COMMON = {
    "en": "the of and to in that is was for with it as on are this have from by be",
    "es": "de la que el en los del las por con una para es al como más pero su sus",
    "fr": "de la le et les des en un une du que est pour dans qui par sur au pas ne",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als",
    "it": "di che la il un per in una sono con non del della si dei le al da più è",
    "pt": "de que e do da em um para com não uma os no se na por mais as dos foi",
    "pl": "i w na z się do nie że o jest to przez od jak za po co dla są który",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er die ook als om",
    "tr": "ve bir bu için ile de da olarak daha çok olan gibi kadar sonra ise ancak",
    "cs": "a v se na je že s z do o i to jako za by pro ale jsou podle také",
    "ro": "și de în a la cu pe că nu din care este un o pentru mai sau au fi",
    "sv": "och i att det som en på är av för med den till inte om ett har de",
    "id": "yang dan di dengan untuk pada dari dalam ini itu tidak adalah akan ke",
    "uk": "і в у на що з до не та як за це від є про але його для які був",
    "ru": "и в не на что с по как это из к он за для от но о его также был",
    "bg": "и на в да за се от че с е по не като са до при ще това",
    "sr": "и у је да се на за са од не су који као што али из",
    "be": "і ў на што з не да як гэта за ад каб але яго для былі",
    "ar": "في من على إلى أن عن التي الذي ما هذا هذه مع كان بعد لا قد بين كما",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هم نیز",
    "ur": "کے کی میں ہے اور سے کو کا نے پر یہ کہ ہیں اس بھی",
    "ckb": "لە و بە کە بۆ ئەم ئەو لەگەڵ سەر دەکات",
}
_WORDS = {code: frozenset(said.split()) for code, said in _COMMON.items()}
_SCRIPTS = (("HANGUL", "ko"), ("HIRAGANA", "ja"), ("KATAKANA", "ja"), ("CJK", "zh"), ("HEBREW", "he"), ("GREEK", "el"),
            ("THAI", "th"), ("DEVANAGARI", "hi"), ("BENGALI", "bn"), ("GEORGIAN", "ka"), ("ARMENIAN", "hy"),
            ("ETHIOPIC", "am"), ("TAMIL", "ta"), ("MYANMAR", "my"))  # fmt: skip
_SAMPLE = 20_000
_CODE = re.compile(r"[a-z]{2,3}([-_][a-z0-9]{2,8})*", re.IGNORECASE)
_FEWEST = 3
# Letters that one language of a script has and its neighbours lack.
_TELLING = (("uk", "їєґ"), ("be", "ў"), ("ru", "ыэё"), ("fa", "پچژگ"))


def guess(text: str) -> str:
    """Return the code of the language *text* is written in, or nothing where it is too short to tell."""
    sample = text[:_SAMPLE].lower()
    if code := _by_script(sample):
        return code
    counts = Counter(re.findall(r"[^\W\d_]+", sample))
    scores = {code: sum(counts[word] for word in common) for code, common in _WORDS.items()}
    best, score = max(scores.items(), key=lambda pair: pair[1])
    if score < max(_FEWEST, counts.total() * 0.05):
        return ""
    near = [code for code, said in scores.items() if said >= score * 0.7]
    return next((code for code, letters in _TELLING if code in near and any(sign in sample for sign in letters)), best)


def _by_script(sample: str) -> str:
    letters = [sign for sign in sample[:2000] if sign.isalpha()]
    scripts = Counter(unicodedata.name(sign, "").split(" ")[0].split("-")[0] for sign in letters)
    # Japanese mixes Chinese signs with its own; a tenth of its own settles it.
    found = next(
        (code for script, code in _SCRIPTS if scripts[script] > len(letters) * (0.1 if code == "ja" else 0.4)), ""
    )
    return found if letters else ""


def declared(code: str) -> str:
    """Return *code* as a page declares it in its usual form (``pt-BR``), or nothing if it is none."""
    code = code.strip().split(",")[0].strip()
    if not _CODE.fullmatch(code):
        return ""
    parts = code.replace("_", "-").split("-")
    return "-".join([parts[0].lower(), *(_subtag(part) for part in parts[1:])])


def _subtag(part: str) -> str:
    if len(part) == 4 and part.isalpha():  # noqa: PLR2004 - a script
        return part.title()
    return part.upper() if len(part) == 2 else part  # noqa: PLR2004 - a country


def direction(text: str) -> Direction:
    """Return the direction most letters of *text* are written in."""
    strong = Counter(unicodedata.bidirectional(sign) for sign in text[:_SAMPLE])
    return "rtl" if strong["R"] + strong["AL"] > strong["L"] else "ltr"
