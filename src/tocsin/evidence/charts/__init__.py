"""Charts, maps and timelines as SVG made here: no script, no tiles, no fonts. A table stands beside each."""

from tocsin.evidence.charts.maps import Drawn, map_of
from tocsin.evidence.charts.series import chart_of
from tocsin.evidence.charts.timelines import timeline_of

__all__ = ["Drawn", "chart_of", "map_of", "timeline_of"]
