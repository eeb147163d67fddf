"""Rules for days, months, years and longer periods, and for words that count from today. Letters: ``atoms``."""

from __future__ import annotations

from tocsin.claims.extraction.times import dates, relative
from tocsin.claims.extraction.times.patterns import Build

_WEEKDAY = r"(?:[Ww][.]?,?[di7]{0,2})?"
_OF = r"[Fd]{0,2}"
_YEAR = (
    rf"(?:,?{_OF}(?P<era_year>[NY9])J?(?P<era>Z)|,?{_OF}(?P<year>Y)J?|{_OF}(?P<way>L)J|{_OF}J(?P<way_after>L)"
    r"|(?P<same>l)J)"
)
_SHORT_YEAR = r"'?(?P<short>N)(?![:XKUJC%MmN]|-[NUJ])"
_NOT_COUNTED = r"(?![UKXT]|-?[UJ]|N)"
_COUNT = r"(?P<count>[N1v9])"
_UNIT = r"(?P<unit>[UJC])"

BEFORE: list[tuple[str, Build]] = [
    (rf"(?P<number>O|L)(?P<weekday>[Ww]){_OF}[i7]?d?(?P<month>[Mm]){_YEAR}?", dates.of_nth_weekday),
    (rf"{_WEEKDAY}(?P<day>[NO])\.?{_OF}(?P<month>[Mm]){_YEAR}", dates.of_day_month),
    (rf"(?P<day>[NO])\.?-?(?P<month>[Mm])[.\-]?{_SHORT_YEAR}", dates.of_day_month_short),
    (r"(?P<turn>L)(?P<day>[NO])(?P<month>M)(?!,?Y)", dates.of_day_month),
    (r"(?P<day>N)[\-/](?P<month>[Mm])[\-/](?P<year>Y)", dates.of_day_month),
    (rf"{_WEEKDAY}(?P<day>[NO])\.?{_OF}(?P<month>[Mm])(?!U)", dates.of_day_month),
    (rf"(?P<day>[NO])(?=(?:[,\-aotu]{{1,2}}[i7F]?d?[NO]){{1,9}}\.?{_OF}[Mm])", dates.of_pending),
]
MONTH_FIRST: list[tuple[str, Build]] = [
    (rf"(?P<month>M)\.?d?(?P<day>[NO])(?:-|[at]d?)(?P<last>[NO])(?:,?(?P<year>Y))?{_NOT_COUNTED}", dates.of_month_days),
    (rf"{_WEEKDAY}(?P<month>[Mm])\.?d?(?P<day>[NO]){_NOT_COUNTED}{_YEAR}?", dates.of_day_month),
]
ADJECTIVE_AFTER: list[tuple[str, Build]] = [
    (r"(?P<unit>[UJC])(?P<way>L)(?!U)", relative.of_way_unit),
    (r"(?P<count>[N1v])(?P<unit>[UJC])(?P<way>L)", relative.of_stretch),
    (r"(?P<count>[N])(?P<way>L)(?P<unit>[UJC])", relative.of_stretch),
    (r"(?P<edge>E)[Fd]{0,2}(?P<unit>[UJC])(?P<way>L)", relative.of_way_unit),
    (r"(?P<weekday>[Ww]),?[Fd]{0,3}(?P<unit>U)(?P<way>L)", relative.of_weekday),
    (r"(?P<weekday>[Ww])(?P<way_after>L)(?!U)(?P<part>P)?", relative.of_weekday),
    (r"(?P<month>M)(?P<way>L)(?!J)", dates.of_month),
    (r"(?P<season>[S6])(?P<turn>L)", dates.of_season),
    (r"J(?P<year>N)(?![UM])", dates.of_decade),
    (r"(?P<unit>U)F?d?J?F?(?P<year>[NY])(?![UM])", dates.of_decade),
    (r"C(?P<number>[zN])", dates.of_century),
    (r"(?P<period>[QU])(?P<number>[NO])", dates.of_period),
]
AFTER: list[tuple[str, Build]] = [
    (r"(?P<date>D)J", dates.of_with_year_word),
    (r"(?P<day>N)\.?(?=[\-tu]D)", dates.of_pending),
    (r"(?P<month>M)(?P<day>N),?(?P<year>Y)", dates.of_day_month),
    (rf"(?P<month>[Mm])\.?{_YEAR}", dates.of_month_year),
    (r"(?P<way>L)(?P<month>[Mm])(?!N)", dates.of_month),
    (r"(?P<year>[NY9])J?(?P<era>Z)", dates.of_numbered_year),
    (r"(?P<year>[NY])-?xJ?", dates.of_decade),
    (r"(?P<first>Y)[/\-](?P<last>N)(?![MmUX])J?", dates.of_two_years),
    (r"(?P<first>Y)/(?P<last>Y)J?", dates.of_two_years),
    (rf"(?P<number>[NOz])(?P<period>[QU]){_YEAR}", dates.of_period),
    (r"(?P<year>Y)-?(?P<named>¶)", dates.of_named_period),
    (rf"(?P<named>¶)[-F,]?{_YEAR}?", dates.of_named_period),
    (rf"(?P<number>[OL])(?P<unit>U){_OF}[i7]?d?(?P<month>[Mm]){_YEAR}?", dates.of_nth_week),
    (r"(?P<number>[Oz])(?P<period>[QU])", dates.of_period),
    (rf"(?<!')(?P<holiday>y)(?:{_YEAR}|(?P<turn>(?!)))?", dates.of_holiday),
    (r"(?P<weekday>[Ww])\.?,?d?(?P<day>O)(?![MmUQC_])", relative.of_monthday),
    (r"d?(?P<day>[NO])[Fd]{0,2}(?P<way>L)(?P<unit>U)", relative.of_day_of_month),
    (r"d?(?P<day>O)UF(?P<way>L)(?P<unit>U)", relative.of_day_of_month),
    (r"(?<=i)d(?P<day>O)(?![MmUJQCWNO_^Fv1])", relative.of_day_of_month),
    (r"(?P<number>[NOz])C(?P<era>Z)?", dates.of_century),
    (rf"d?(?P<season>[S6]){_YEAR}", dates.of_season),
    (r"(?P<turn>L)(?P<season>[S6])", dates.of_season),
    (r"(?<=[iI70fsubkgEF8])d?(?P<season>6)", dates.of_season),
    (r"(?P<season>S)", dates.of_season),
    (r"(?P<relative>R)(?:[i7]?d?(?P<part>P))?", relative.of_relative),
    (r"(?P<relative>r)", relative.of_relative_part),
    (r"(?P<told>®)(?:[i7]?d?(?P<part>P))?", relative.of_told),
    (r"(?P<told>ŕ)", relative.of_told),
    (rf"{_COUNT}{_UNIT}(?P<turn>[<>])(?!d?D)", relative.of_from_told),
    (r"(?P<turn>[<>])(?P<way>L)(?P<unit>[UJC])", relative.of_part_of),
    (r"(?P<way>L)(?P<part>[PR])(?!N)", relative.of_this_part),
    (rf"{_COUNT}?{_UNIT}A", relative.of_ago),
    (rf"B{_COUNT}{_UNIT}", relative.of_ago),
    (rf"{_COUNT}{_UNIT}H", relative.of_ahead),
    (rf"I{_COUNT}?{_UNIT}(?!A)", relative.of_ahead),
    (rf"(?P<way>L)(?P<count>[Nv9]){_UNIT}(?!A)", relative.of_stretch),
    (rf"L(?P<way>π){_UNIT}", relative.of_way_unit),
    (rf"π{_COUNT}?{_UNIT}", relative.of_stretch),
    (r"L?(?P<way>π)(?P<weekday>[Ww])(?P<part>P)?", relative.of_weekday),
    (rf"7q?{_COUNT}{_UNIT}(?!A|'?P)", relative.of_maybe_ahead),
    (r"7(?P<ready>V)", relative.of_maybe_ahead),
    (rf"[iI7]j{_COUNT}{_UNIT}", relative.of_stretch),
    (r"(?P<weekday>[Ww])\.?[Fdi]{0,2}(?P<way>L)(?P<unit>U)", relative.of_weekday),
    (r"(?P<edge>E)[Fd]{0,2}(?P<way>L)(?P<unit>[UJC])", relative.of_way_unit),
    (r"(?P<way>L)(?P<unit>[UJC])(?!A)", relative.of_way_unit),
    (r"(?<=[iI70])d(?P<unit>U)", relative.of_weekend),
    (r"l(?P<unit>[UJ])", relative.of_same),
    (r"(?P<edge>E)F?d?(?P<unit>[UJC])(?![ANOzF])", relative.of_edge_unit),
    (r"(?P<way>L)(?P<weekday>[Ww])(?P<part>P)?", relative.of_weekday),
    (r"(?P<weekday>W)(?P<part>P)?", relative.of_weekday),
    (r"(?P<year>Y)J", dates.of_numbered_year),
    (r"J(?P<year>Y)", dates.of_numbered_year),
    (r"(?<=[iI70fstubkgF8])(?P<month>m)", dates.of_month),
    (r"(?P<month>M)", dates.of_month),
    (r"(?<=[iI70fstubkgEF8,])(?P<year>Y)", dates.of_bare_year),
    (r"(?<=d)(?P<year>Y)(?=[_^])", dates.of_noun_year),
    (r"(?<=[(])(?P<year>Y)", dates.of_bare_year),
    (r"(?<=E-)(?P<year>Y)", dates.of_bare_year),
    (r"(?<=[_^])(?P<year>Y)(?=[,.)|]|$)", dates.of_noun_year),
    (r"(?<=Y[ao,])(?P<year>Y)", dates.of_bare_year),
    (r"(?P<year>Y)(?=-Y)", dates.of_bare_year),
    (r"(?<=Y-)(?P<year>Y)", dates.of_bare_year),
]
