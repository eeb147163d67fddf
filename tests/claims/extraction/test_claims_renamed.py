"""Names and numbers exchanged for others: what is claimed, and how it is cut, stays."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks.eval import renaming
from tests.claims.extraction.needs import needs_parser
from tocsin.claims.extraction import Document, claims

TEXTS = (
    """Gunmen killed six fishermen near Valparaiso on Monday, the coast guard said. Captain Luis Ortega told \
reporters that the boat had been attacked 12 kilometres from the harbour. The mayor of Valparaiso, Elena \
Soto, blamed smugglers. Police arrested three men in Santiago. The harbour could stay closed until next \
week.""",
    """The Red Cross said that 4,200 families had fled the fighting in Aleppo. Half of the city has no \
electricity and no running water. Rebels captured the airport two days ago, but the army denied this. \
Talks between the government of Syria and the rebels are scheduled for next Friday in Geneva. “We have \
nothing left,” said Karim Haddad.""",
    """At least 35 people died when a bus fell into a river in Nepal, the country’s poorest region. Doctors in \
Kathmandu treated 17 survivors. The driver, Ram Thapa, had ignored a closed road. The accident was caused \
by heavy rain. In 2019 a similar accident killed 24 people. The government wants to rebuild the bridge.""",
    """Workers at the main refinery of Venezuela walked out on Tuesday. The union leader Pedro Rojas said the \
strike would last eight days. Production is lower than expected. President Maria Lopez accused the union \
of sabotage, which Rojas denied. Soldiers have surrounded the plant in Maracaibo since March.""",
)


@needs_parser
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_structure_does_not_hang_on_names_and_numbers(seed: int) -> None:
    texts = [Document(text, published=date(2023, 6, 14)) for text in TEXTS]

    assert sum(len(claims.find(text)) for text in texts) > 20
    assert renaming.kept(texts, seed) >= 0.95
