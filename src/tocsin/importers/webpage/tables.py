"""Tables that hold data; tables that only lay out a page are walked through like any other block."""

from __future__ import annotations

from tocsin.importers.prose.blocks import Cell, Table, plain
from tocsin.importers.prose.dress import runs_of
from tocsin.importers.prose.elements import Element

_MOST_IN_A_CELL = 400
_MOST_CELLS = 5000


def table(element: Element, base: str) -> Table | None:
    """Return the table *element* holds, or nothing when it is there for the layout."""
    if element.get("role") in {"presentation", "none"} or element.find(".//table") is not None:
        return None
    lines = [row.xpath("./td|./th") for row in element.iter("tr")]
    if not _holds_data(element, [line for line in lines if line]):
        return None
    rows = tuple(tuple(_cell(cell, base) for cell in line) for line in lines)
    rows = tuple(row for row in rows if any(cell.text for cell in row))
    caption = element.find("./caption")
    said = " ".join(caption.text_content().split()) if caption is not None else ""
    return Table(rows, said) if rows else None


def _holds_data(element: Element, lines: list[list[Element]]) -> bool:
    cells = [cell for line in lines for cell in line]
    if len(lines) < 2 or max(map(len, lines)) < 2 or len(cells) > _MOST_CELLS:  # noqa: PLR2004 - rows and columns
        return False
    if element.find(".//h1") is not None or element.find(".//form") is not None:
        return False
    longest = max(len(cell.text_content().strip()) for cell in cells)
    even = len({len(line) for line in lines}) == 1
    headed = element.find(".//th") is not None or element.find("./caption") is not None
    return longest <= _MOST_IN_A_CELL and (headed or even or len(lines) > 3)  # noqa: PLR2004


def _cell(element: Element, base: str) -> Cell:
    return Cell(runs_of(element, base), heading=element.tag == "th")


def texts(found: Table) -> list[str]:
    """Return the text of each cell."""
    return [plain(cell.runs) for row in found.rows for cell in row]
