"""Tables, their wide and tall cells laid out so that columns stay columns."""

from __future__ import annotations

from collections.abc import Callable

from tocsin.importers.prose.blocks import Cell, Inline, Table, plain
from tocsin.importers.prose.elements import Element
from tocsin.importers.wordpress.content.tree import SHORTCODE

_MOST_COLUMNS = 60
_MOST_ROWS = 2000
_LONGEST_HEADING = 255
_NOT_IN_CELLS = ("table", "img", "iframe", "video", "audio", "object", "pre", "wp-block", "hr", "form")


def table(element: Element, read: Callable[[Element], Inline], shows: Callable[[Element], bool]) -> Table | None:
    """Return the table *element* holds; nothing where it lays out a page, or holds text outside its cells.

    *read* gives the text of a cell; *shows* says whether a shortcode puts something other than text there.
    """
    if any(inner is not element for inner in element.iter(*_NOT_IN_CELLS)) or any(map(shows, element.iter(SHORTCODE))):
        return None
    lines = [[cell for cell in row if cell.tag in {"td", "th"}] for row in element.iter("tr")]
    lines = [line for line in lines if line]
    caption = element.find("./caption")
    inside = [cell for line in lines for cell in line] + ([caption] if caption is not None else [])
    if not lines or _letters(element) != sum(map(_letters, inside)) or len(lines) > _MOST_ROWS:
        return None
    rows = _grid(lines, read)
    rows = tuple(row for row in rows if any(cell.text for cell in row))
    if not rows or max(map(len, rows)) > _MOST_COLUMNS:
        return None
    said = " ".join(caption.text_content().split()) if caption is not None else ""
    return Table(_plain_headings(rows), said)


def _letters(element: Element) -> int:
    return len("".join(element.text_content().split()))


def _grid(lines: list[list[Element]], read: Callable[[Element], Inline]) -> tuple[tuple[Cell, ...], ...]:
    tall: dict[int, int] = {}
    """Columns that a cell of a row above still fills, and for how many rows."""
    rows: list[tuple[Cell, ...]] = []
    for line in lines:
        row: list[Cell] = []
        for cell in line:
            _skip(row, tall)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(row), len(row) + wide):
                if high > 1:
                    tall[column] = high  # counted down with this row
            row += [Cell(read(cell), heading=cell.tag == "th"), *[Cell((), heading=cell.tag == "th")] * (wide - 1)]
        _skip(row, tall)
        tall = {column: left - 1 for column, left in tall.items() if left > 1}
        rows.append(tuple(row))
    return tuple(rows)


def _skip(row: list[Cell], tall: dict[int, int]) -> None:
    while tall.get(len(row), 0) and len(row) <= _MOST_COLUMNS:
        row.append(Cell(()))


def _span(cell: Element, name: str) -> int:
    value = cell.get(name, "").strip()
    return min(max(int(value), 1), 20) if value.isdecimal() and len(value) < 4 else 1  # noqa: PLR2004 - digits


def _plain_headings(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """A first row whose headings hold links, markers or much text is a row like the others: names of columns cannot."""
    first = rows[0]
    rich = any(
        len(plain(cell.runs)) > _LONGEST_HEADING or any(run.link or run.reference for run in cell.runs)
        for cell in first
    )
    if not rich or not all(cell.heading for cell in first):
        return rows
    return (tuple(Cell(cell.runs) for cell in first), *rows[1:])
