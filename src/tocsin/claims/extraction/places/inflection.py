"""Dictionary forms a Ukrainian or Russian word may be an inflected form of, by its ending alone."""

from __future__ import annotations

from functools import lru_cache

_LONGEST = 5
_SHORTEST_STEM = 2
_ENDINGS = """
а: - о я; я: ь й е я; у: - а о; ю: ь я й е; і: - а я и ь о е; ї: я й; и: - а і ь; ы: а -; е: - а о ь я
ом: - о; ем: ь е й; єм: й є; ою: а; ею: я а; єю: я; ой: а; ей: я ь і и а; ям: я і и; ам: и ы а; ами: и ы а; ями: і и я
ссю: сь; ттю: ть; ддю: дь; нню: нь; ллю: ль; ззю: зь
ах: и ы а; ях: і и я; ів: и і; їв: ї; ов: ы и; ові: - о; еві: ь е; єві: й; ью: ь; ьем: ье; ья: ье; ью: ье; ье: ья
ии: ия ий; ию: ия ий; ией: ия; ії: ія; ію: ія; ією: ія; ією: ія
ці: ка ця ець ки; зі: га; сі: ха са с; ова: ів ово; ову: ів ово; овом: ів ово; ові: ів ово
єва: їв єв; єву: їв; євом: їв; єві: їв; ева: ів їв; еві: ів їв; еву: ів їв; евом: ів їв
оля: іль оль; олю: іль; олем: іль; олі: іль; еня: інь ень; еню: інь; ені: інь ень; енем: інь ень
ця: ець; цю: ець ця; цем: ець; цею: ця; ца: ец; цу: ец ца; цом: ец; це: ец ца; цей: ца; цев: цы; ців: ці
ка: ок; ку: ок ка; ком: ок; ке: ок ка
ого: ий е ой ый ое; ому: ий е ый ое ой; им: ий е і; ым: ый ое ые; ої: а; ій: а; ую: ая; юю: яя; их: і ие; ых: ые
ими: і ие; ыми: ые; его: ий ее; ему: ий ее; ной: ная ный; ской: ская; ском: ский ское ск; ским: ский ское
ською: ська; ській: ська; ської: ська; ську: ська; лой: лая; рой: рая; вой: вая; ом: ой ое; ии: ий
"""

_WHOLE = {"рогу": ("ріг", "рог"), "розі": ("ріг",), "рогом": ("ріг", "рог"), "рога": ("рог",), "роге": ("рог",)}
"""Words whose stem changes."""


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for entry in _ENDINGS.replace("\n", ";").split(";"):
        ending, _, forms = entry.partition(":")
        if ending.strip():
            table.setdefault(ending.strip(), []).extend(forms.replace("-", "_").split())
    return {ending: tuple(dict.fromkeys(forms)) for ending, forms in table.items()}


_TABLE = _table()


@lru_cache(maxsize=8192)
def nominatives(word: str) -> tuple[str, ...]:
    """Return *word* (folded) and the dictionary forms it may come from, by the longest ending first."""
    found = dict.fromkeys((word, *_WHOLE.get(word, ())))
    for length in range(min(_LONGEST, len(word) - _SHORTEST_STEM), 0, -1):
        for form in _TABLE.get(word[-length:], ()):
            found[word[:-length] + form.strip("_")] = None
    if len(word) > _SHORTEST_STEM and word[-1] not in "аеиоуіїєюяьйыэ":
        found |= dict.fromkeys((word + "и", word + "а", word + "ы", word + "о"))
    return tuple(found)


def cyrillic(word: str) -> bool:
    return "\u0400" <= word[:1] <= "\u04ff"
