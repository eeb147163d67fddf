"""Spanish news of 5 March 2022, a Saturday: the words that tell when, and what they mean."""

from __future__ import annotations

from datetime import date

import pytest

from tocsin.claims.extraction import Document
from tocsin.claims.extraction.times import find

SENTENCES = [
    ("Murió una mujer de 61 años.", []),
    ("Cumple una condena de 61 años.", [("61 años", "P61Y", "duration")]),
    ("Dos personas murieron el miércoles.", [("miércoles", "2022-03-02", "date")]),
    ("El puente fue volado el jueves pasado.", [("jueves pasado", "2022-03-03", "date")]),
    ("Las conversaciones se reanudarán el lunes.", [("lunes", "2022-03-07", "date")]),
    ("El bombardeo comenzó al amanecer del domingo.", [("amanecer del domingo", "2022-02-27", "time")]),
    ("Anoche un misil alcanzó el depósito.", [("Anoche", "2022-03-04", "time")]),
    ("Ayer por la tarde un misil alcanzó el depósito.", [("Ayer por la tarde", "2022-03-04", "time")]),
    ("Esta mañana un misil alcanzó el depósito.", [("Esta mañana", "2022-03-05", "time")]),
    ("Mañana se reunirá el consejo.", [("Mañana", "2022-03-06", "date")]),
    ("Pasado mañana se abrirá el puente.", [("Pasado mañana", "2022-03-07", "date")]),
    ("Anteayer se cerró el puente.", [("Anteayer", "2022-03-03", "date")]),
    ("Se fueron hace dos días.", [("hace dos días", "2022-03-03", "date")]),
    ("Se fueron hace tres semanas.", [("hace tres semanas", "2022-02-12", "date")]),
    ("La fábrica cerró hace un año.", [("hace un año", "2021", "date")]),
    ("Hace diez años se construyó la presa.", [("Hace diez años", "2012", "date")]),
    ("La fábrica cerró hace varios días.", [("hace varios días", "", "date")]),
    ("La semana pasada el ejército se retiró.", [("semana pasada", "2022-02-21/2022-02-27", "range")]),
    ("La próxima semana el tribunal decidirá.", [("próxima semana", "2022-03-07/2022-03-13", "range")]),
    ("La semana que viene el tribunal decidirá.", [("semana que viene", "2022-03-07/2022-03-13", "range")]),
    ("Esta semana se desbordó el río.", [("Esta semana", "2022-02-28/2022-03-06", "range")]),
    ("El mes pasado subieron los precios.", [("mes pasado", "2022-02", "date")]),
    ("El año pasado se ahogaron trescientas personas.", [("año pasado", "2021", "date")]),
    ("Este año cambió la ley.", [("Este año", "2022", "date")]),
    ("En marzo creció el río.", [("marzo", "2022-03", "date")]),
    ("En enero creció el río.", [("enero", "2022-01", "date")]),
    ("En enero de 2015 creció el río.", [("enero de 2015", "2015-01", "date")]),
    ("A principios de marzo creció el río.", [("principios de marzo", "2022-03-01/2022-03-10", "range")]),
    ("A mediados de febrero había tropas en la frontera.", [("mediados de febrero", "2022-02-11/2022-02-20", "range")]),
    ("A finales de febrero empezó la guerra.", [("finales de febrero", "2022-02-21/2022-02-28", "range")]),
    ("A principios de 2022 subieron los precios.", [("principios de 2022", "2022-01/2022-04", "range")]),
    ("La tregua comenzó el 27 de febrero.", [("27 de febrero", "2022-02-27", "date")]),
    ("La tregua comenzó el 27 de febrero de 2022.", [("27 de febrero de 2022", "2022-02-27", "date")]),
    ("La tregua comenzó el domingo 27 de febrero.", [("domingo 27 de febrero", "2022-02-27", "date")]),
    (
        "La tregua comenzó el domingo, 27 de febrero, a las 6 de la mañana.",
        [("domingo, 27 de febrero, a las 6 de la mañana", "2022-02-27T06:00:00", "time")],
    ),
    ("La explosión ocurrió a las 04:30.", [("04:30", "2022-03-05T04:30:00", "time")]),
    ("La explosión ocurrió a las 4:30 de la tarde.", [("4:30 de la tarde", "2022-03-05T16:30:00", "time")]),
    ("La explosión ocurrió a medianoche.", [("medianoche", "2022-03-05T00:00:00", "time")]),
    ("La explosión ocurrió la noche del martes.", [("la noche del martes", "2022-03-01", "time")]),
    (
        "Del 24 de febrero al 3 de marzo murieron 227 civiles.",
        [("24 de febrero al 3 de marzo", "2022-02-24/2022-03-03", "range")],
    ),
    (
        "Entre el 24 de febrero y el 3 de marzo murieron 227 civiles.",
        [("Entre el 24 de febrero y el 3 de marzo", "2022-02-24/2022-03-03", "range")],
    ),
    (
        "Entre el 1 y el 3 de marzo murieron 227 civiles.",
        [("Entre el 1 y el 3 de marzo", "2022-03-01/2022-03-03", "range")],
    ),
    (
        "Los días 1, 2 y 3 de marzo hubo combates.",
        [("1", "2022-03-01", "date"), ("2", "2022-03-02", "date"), ("3 de marzo", "2022-03-03", "date")],
    ),
    ("Desde 2014 el ejército controla la ciudad.", [("Desde 2014", "2014/..", "range")]),
    ("La línea debe repararse antes del 10 de marzo.", [("antes del 10 de marzo", "../2022-03-10", "range")]),
    ("La carretera está cerrada hasta el 10 de marzo.", [("hasta el 10 de marzo", "../2022-03-10", "range")]),
    ("Hasta finales de mes la carretera está cerrada.", [("Hasta finales de mes", "../2022-03", "range")]),
    ("Después de 2014 cayeron las exportaciones.", [("Después de 2014", "2014/..", "range")]),
    ("Sirvió en el ejército en los años 90.", [("años 90", "199X", "date")]),
    ("Sirvió en el ejército en la década de 1990.", [("década de 1990", "199X", "date")]),
    ("La iglesia se construyó en el siglo XIX.", [("siglo XIX", "18XX", "date")]),
    ("La iglesia se construyó a finales del siglo XVIII.", [("finales del siglo XVIII", "1767/1799", "range")]),
    ("La guerra de 1914-1918 destruyó el pueblo.", [("1914-1918", "1914/1918", "range")]),
    ("Nació en 1961.", [("1961", "1961", "date")]),
    ("En el verano de 2014 la ciudad fue liberada.", [("verano de 2014", "2014-22", "date")]),
    ("El verano pasado la ciudad fue liberada.", [("verano pasado", "2021-22", "date")]),
    ("En el primer trimestre de 2021 subieron los precios.", [("primer trimestre de 2021", "2021-33", "date")]),
    ("En el segundo semestre de 2021 subieron los precios.", [("segundo semestre de 2021", "2021-41", "date")]),
    ("De mayo a julio de 2021 subieron los precios.", [("mayo a julio de 2021", "2021-05/2021-07", "range")]),
    ("El asedio duró 87 días.", [("87 días", "P87D", "duration")]),
    ("El asedio duró varias semanas.", [("varias semanas", "PXW", "duration")]),
    ("Esperaron dos horas.", [("dos horas", "PT2H", "duration")]),
    ("Esperaron media hora.", [("media hora", "PT30M", "duration")]),
    ("En los últimos tres días murieron 40 personas.", [("últimos tres días", "2022-03-02/2022-03-05", "range")]),
    ("Los autobuses salen todos los días.", [("todos los días", "R/P1D", "set")]),
    ("Los autobuses salen cada lunes.", [("cada lunes", "R/P1W", "set")]),
    ("Dentro de dos semanas habrá elecciones.", [("Dentro de dos semanas", "2022-03-19", "date")]),
    ("El contrato se firmó el 01/03/2022.", [("01/03/2022", "2022-03-01", "date")]),
    ("El pueblo tiene 1936 habitantes.", []),
    ("Ese mismo día cerró la fábrica.", [("Ese mismo día", "", "date")]),
    ("El pasado 3 de marzo cerró la fábrica.", [("3 de marzo", "2022-03-03", "date")]),
    ("El próximo 20 de marzo abrirá la fábrica.", [("20 de marzo", "2022-03-20", "date")]),
    ("La madrugada del sábado cayó un dron.", [("La madrugada del sábado", "2022-03-05", "time")]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_a_sentence_tells_when(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    times = find(Document(sentence, language="es", published=date(2022, 3, 5)))

    assert [(time.text, time.value, time.kind) for time in times] == expected
