"""Spanish."""

MONTH_FIRST = False
ADJECTIVE_AFTER = True
"""Whether "semana pasada" is said: the noun before "last" and "next"."""

WORDS = {
    "month": {
        1: "enero ene_.",
        2: "febrero feb_.",
        3: "marzo",
        4: "abril abr_.",
        5: "mayo",
        6: "junio jun_.",
        7: "julio jul_.",
        8: "agosto ago_.",
        9: "septiembre setiembre sept_. sep_.",
        10: "octubre oct_.",
        11: "noviembre nov_.",
        12: "diciembre dic_.",
    },
    "weak_month": {
        1: "ene",
        2: "feb",
        3: "mar",
        4: "abr",
        5: "may",
        6: "jun",
        7: "jul",
        8: "ago",
        9: "sep sept",
        10: "oct",
        11: "nov",
        12: "dic",
    },
    "weekday": {
        0: "lunes",
        1: "martes",
        2: "miércoles miercoles",
        3: "jueves",
        4: "viernes",
        5: "sábado|,s sabado|,s",
        6: "domingo|,s",
    },
    "number": {
        1: "uno",
        2: "dos",
        3: "tres",
        4: "cuatro",
        5: "cinco",
        6: "seis",
        7: "siete",
        8: "ocho",
        9: "nueve",
        10: "diez",
        11: "once",
        12: "doce",
        13: "trece",
        14: "catorce",
        15: "quince",
        16: "dieciséis dieciseis",
        17: "diecisiete",
        18: "dieciocho",
        19: "diecinueve",
        20: "veinte",
        21: "veintiuno veintiún",
        22: "veintidós veintidos",
        23: "veintitrés veintitres",
        24: "veinticuatro",
        25: "veinticinco",
        26: "veintiséis veintiseis",
        27: "veintisiete",
        28: "veintiocho",
        29: "veintinueve",
        30: "treinta",
        31: "treinta_y_uno",
        40: "cuarenta",
        50: "cincuenta",
        60: "sesenta",
        70: "setenta",
        80: "ochenta",
        90: "noventa",
    },
    "one": {1: "un una"},
    "vague": {
        0: "varios varias algunos algunas pocos pocas muchos muchas unos unas unos_pocos unas_pocas unos_cuantos"
    },
    "ordinal": {
        1: "primero primer primera",
        2: "segundo segunda",
        3: "tercero tercer tercera",
        4: "cuarto cuarta",
        5: "quinto quinta",
    },
    "ordinal_ending": {0: "º ª o er ro"},
    "unit": {
        "second": "segundos",
        "minute": "minuto|,s",
        "hour": "hora|,s",
        "day": "día|,s dia|,s",
        "night": "noches",
        "week": "semana|,s",
        "weekend": "fin_de_semana fines_de_semana finde",
        "month": "mes|,es",
        "quarter": "trimestre|,s",
        "decade": "década|,s decada|,s decenio",
    },
    "year": {"year": "año|,s ano|,s"},
    "century": {100: "siglo|,s"},
    "duration": {"PT15M": "cuarto_de_hora", "PT30M": "media_hora", "P6M": "medio_año", "PT12H": "medio_día_de"},
    "told": {
        ("day", 1): "al_día_siguiente el_día_siguiente",
        ("day", -1): "el_día_anterior",
        ("day", 0): "ese_día ese_mismo_día el_mismo_día aquel_día",
    },
    "nothing": {0: "el_otro_día algún_día un_día"},
    "relative": {
        ("day", 0): "hoy",
        ("day", -1): "ayer víspera la_víspera",
        ("day", 1): "mañana",
        ("day", -2): "anteayer antes_de_ayer antier",
        ("day", 2): "pasado_mañana",
        ("now", 0): "ahora_mismo en_estos_momentos",
    },
    "relative_part": {
        ("day", -1, "night"): "anoche",
        ("day", -2, "night"): "anteanoche",
        ("day", 0, "night"): "esta_noche",
    },
    "way": {
        -1: "pasado pasada pasados pasadas último última últimos últimas ultimo ultima ultimos ultimas anterior",
        0: "este esta estos estas presente actual en_curso",
        1: (
            "próximo próxima próximos próximas proximo proxima proximos proximas siguiente siguientes "
            "que_viene venidero entrante"
        ),
    },
    "same": {0: "mismo misma ese_mismo esa_misma aquel"},
    "before_ago": {-1: "hace desde_hace"},
    "ago": {-1: "atrás atras"},
    "earlier": {-1: "antes"},
    "later_on": {1: "después más_tarde"},
    "in": {1: "dentro_de"},
    "part": {
        "morning": "mañana madrugada la_mañana la_madrugada",
        "afternoon": "tarde la_tarde",
        "evening": "noche la_noche",
        "night": "noche",
        "dawn": "amanecer alba",
    },
    "time_word": {(12, 0): "mediodía mediodia medio_día", (0, 0): "medianoche media_noche"},
    "night_before": {0: "noche_del_sábado_al"},
    "season": {},
    "season_noun": {"spring": "primavera", "summer": "verano", "autumn": "otoño", "winter": "invierno"},
    "edge": {
        "early": "principios inicios comienzos comienzo inicio principio",
        "mid": "mediados mitad",
        "late": "finales fines final fin",
    },
    "from": {0: "desde a_partir_de"},
    "to": {0: "a al"},
    "until": {0: "hasta"},
    "by": {0: "antes_de antes_del"},
    "after": {0: "después_de tras"},
    "between": {0: "entre"},
    "and": {0: "y e"},
    "or": {0: "o u"},
    "of": {0: "de del"},
    "the": {0: "el la los las"},
    "maybe_in": {1: "en"},
    "fraction": {15: "y_cuarto", 30: "y_media", -15: "menos_cuarto"},
    "at": {0: "por durante sobre hacia", 1: "a_la a_las"},
    "only": {0: "sólo solo apenas tan_solo"},
    "meridiem": {0: "am a_._m_.", 12: "pm p_._m_."},
    "oclock": {0: "horas h hs hrs en_punto"},
    "every": {0: "cada todos_los todas_las"},
    "set": {"P1D": "diariamente a_diario", "P1W": "semanalmente", "P1M": "mensualmente", "P1Y": "anualmente"},
    "era": {-1: "a_._c_. antes_de_cristo", 1: "d_._c_. después_de_cristo"},
    "half": {},
    "decade": {},
    "period": {("half", 0): "semestre mitad", ("quarter", 0): "trimestre", ("week", 0): "semana"},
}

VAGUE = r"(?:últimos|últimas|próximos|próximas|pasados|pasadas) \w+"
"""Words for a stretch of a length that is not told."""

FUTURE = (
    "será|serán|\\w{3,}(?:ará|erá|irá|arán|erán|irán)|va a|van a|prevé|prevén|previsto|prevista|"
    "programado|programada|debe|deben|deberá|planea|planean"
)
PAST = "dijo|dijeron|informó|anunció|fue|fueron|era|eran|había|murió|murieron|\\w{3,}(?:ó|aron|ieron)"

AGE_BEFORE = (
    r"(?:\b(?:hombres?|mujer(?:es)?|niñ[oa]s?|jóvenes|joven|ancian[oa]s?|chic[oa]s?|varón|menor(?:es)?|bebé|hij[oa]s?"
    r"|herman[oa]s?|adolescentes?)|[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{1,30},) de $"
)
"""What stands before somebody's age: "una mujer de", "Ana Ruiz, de"."""
