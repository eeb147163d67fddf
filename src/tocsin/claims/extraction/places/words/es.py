"""Spanish words around place names, folded."""

from tocsin.claims.extraction.places.words.lists import listed

INSIDE = listed("en a desde hacia hasta cerca entre por sobre tras")
OF = frozenset({"de", "del"})
KIND_BEFORE = listed(
    "ciudad pueblo villa localidad capital puerto aldea municipio provincia region departamento estado norte sur este "
    "oeste afueras alcalde gobernador alrededores zona barrio distrito aeropuerto costa comunidad"
)
ADM1 = listed("departamento provincia region estado oblast ovoblast")
ADM2 = listed("municipio distrito raion")
SAYS = listed("dijo dice afirmo aseguro declaro anuncio anadio senalo indico explico")
TITLES = listed("senor senora sr sra don dona presidente ministro general coronel doctor dr dra capitan papa san")
ORDINARY = listed(
    "el la los las un una unos unas y o de del en a con por para que no si se su sus lo al es son fue era ha han este "
    "esta estos estas ese esa eso como pero mas menos muy ya cuando donde quien segun tras desde hasta sin sobre "
    "entre durante ante bajo contra hacia mientras aunque porque tambien ademas ahora hoy ayer manana aqui alli todo "
    "toda todos todas otro otra otros otras mucho muchos poco pocos uno dos tres cuatro cinco seis siete ocho nueve "
    "diez cien mil lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio "
    "agosto septiembre octubre noviembre diciembre gobierno estado ministerio policia ejercito partido union nacional "
    "central general presidente victoria libertad independencia esperanza paz guerra nueva nuevo grande"
)
