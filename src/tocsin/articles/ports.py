"""What articles ask of the packages above them."""

from __future__ import annotations

from typing import Any, Protocol


class Embeds(Protocol):
    """Draws what of the ledger stands in an article; ``evidence`` supplies it when it is ready."""

    def objection(self, kind: str, of: str) -> str:
        """Say why *of* cannot be drawn as *kind*; nothing when it can."""
        ...

    def render(self, kind: str, of: str, article: Any) -> str:
        """Return the markup readers get, nothing where there is nothing they may see."""
        ...


class Related(Protocol):
    """Knows which articles are alike in what they say; ``search`` supplies it when it is ready."""

    def alike(self, article: int) -> dict[int, float]:
        """Return the keys of other articles by how alike they are, the most alike being 1; nothing if not known.

        Whether readers may see them is for the caller to ask.
        """
        ...


class _Nothing:
    """Stands in while nothing is supplied."""

    def objection(self, kind: str, of: str) -> str:
        return ""

    def render(self, kind: str, of: str, article: Any) -> str:
        return ""

    def alike(self, article: int) -> dict[int, float]:
        return {}


embeds: Embeds = _Nothing()
related: Related = _Nothing()
