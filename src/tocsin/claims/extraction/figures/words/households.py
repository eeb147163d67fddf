"""Words for households, in all languages: a figure of these counts no single people."""

from __future__ import annotations

from tocsin.claims.extraction.figures.words.language import words

HOUSEHOLDS = words(
    """
    household households family families familia familias hogar hogares семья семьи семье семью семей семьям семьями
    семьях домохозяйство домохозяйства домохозяйств родина родини родину родині родин родинам родинами родинах сім'я
    сім'ї сім'ю сімей сім'ям сім'ями домогосподарство домогосподарства домогосподарств
    """
)
