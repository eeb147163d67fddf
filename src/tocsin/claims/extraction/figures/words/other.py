"""Any language not written here: digits, and the signs all share."""

from tocsin.claims.extraction.figures.words.language import Language, Phrases
from tocsin.claims.extraction.figures.words.signs import UNITS

LANGUAGE = Language(decimal=",", units=Phrases(UNITS))
