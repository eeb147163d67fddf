"""The demo's illustrations, drawn when it is filled: nothing is downloaded, nobody's photograph is used."""

from __future__ import annotations

from collections.abc import Callable

from tocsin.importers.demo.pictures import land, town, water
from tocsin.importers.demo.pictures.kit import Board, jpeg

MOTIFS: dict[str, Callable[[Board], None]] = {
    "border": land.border,
    "crossing": land.crossing,
    "cyclone": water.cyclone,
    "dam": water.dam,
    "delta": water.delta,
    "districts": town.districts,
    "drowned-street": water.drowned_street,
    "dust-road": land.dust_road,
    "embers": land.embers,
    "fault": land.fault,
    "harbour": town.harbour,
    "mud": town.mud,
    "rain": water.rain,
    "river-city": town.river_city,
    "rooftops": town.rooftops,
    "silos": town.silos,
    "tally": town.tally,
    "wadi": water.wadi,
    "wadi-after": water.wadi_after,
    "wadi-before": water.wadi_before,
    "wadi-night": water.wadi_night,
    "windows": town.windows,
}


def draw(name: str) -> bytes:
    """Draw the picture *name* as a JPEG. The same name gives the same picture."""
    board = Board(name, "#efe6d6")
    MOTIFS[name](board)
    return jpeg(board.finish())
