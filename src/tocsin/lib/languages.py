"""Languages by their BCP 47 code: own names and writing direction."""

from functools import cache
from typing import Literal

from django.conf.locale import LANG_INFO

Direction = Literal["ltr", "rtl"]

# Right-to-left languages and scripts (Unicode CLDR), whether or not Django knows their names.
_RTL = frozenset(
    {
        "ar",
        "arc",
        "ckb",
        "dv",
        "fa",
        "ha-arab",
        "he",
        "khw",
        "ks",
        "ku-arab",
        "nqo",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
        "yi",
    }
)
_RTL_SCRIPTS = frozenset({"arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"})

# Languages of newsrooms that Django's own table does not name.
_MORE = {
    "am": "አማርኛ",
    "ps": "پښتو",
    "ti": "ትግርኛ",
    "so": "Soomaali",
    "my": "မြန်မာ",
    "crh": "Qırımtatarca",
    "prs": "دری",
    "sd": "سنڌي",
    "yi": "ייִדיש",
}


def direction(code: str) -> Direction:
    """Return the writing direction of the language *code*."""
    parts = code.lower().replace("_", "-").split("-")
    if any(part in _RTL_SCRIPTS for part in parts[1:]):
        return "rtl"
    if any(len(part) == 4 for part in parts[1:]):  # noqa: PLR2004 - a script subtag has four letters
        return "ltr"
    return "rtl" if parts[0] in _RTL or parts[0] == "prs" else "ltr"


def name(code: str) -> str:
    """Return the language's name in itself, or the code where it is not known."""
    for candidate in (code.lower(), code.lower().split("-")[0]):
        if candidate in _MORE:
            return _MORE[candidate]
        if info := LANG_INFO.get(candidate):
            return str(info.get("name_local", candidate))
    return code


@cache
def choices() -> list[tuple[str, str]]:
    """Return every language an article can be written in, as (code, own name), by name."""
    names = {code: str(info["name_local"]) for code, info in LANG_INFO.items() if "name_local" in info} | _MORE
    return sorted(names.items(), key=lambda pair: pair[1].casefold())
