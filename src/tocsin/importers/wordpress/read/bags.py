"""The parts of one element that holds others, as they come."""

from __future__ import annotations

from dataclasses import dataclass, field

from tocsin.importers.wordpress.read import identity


@dataclass(slots=True)
class Bag:
    """The parts of one container as they come: texts by name, and containers inside it."""

    name: str
    line: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    terms: list[tuple[str, str, str]] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    comments: list[Bag] = field(default_factory=list)
    size: int = 0
    parts: int = 0
    metas: int = 0
    truncated: bool = False
    left_out: dict[str, int] = field(default_factory=dict)

    def hold(self, done: Bag, left_out: dict[str, int]) -> None:
        """Take in a container that has ended inside this one; count in *left_out* what is not kept."""
        if done.name == "wp:comment":
            self.comments.append(done)
        elif done.name in {"wp:postmeta", "wp:termmeta"}:
            self.metas += 1
            key = done.texts.get("wp:meta_key", "")
            if identity.is_private(key):
                left_out["meta"] = left_out.get("meta", 0) + 1
            else:
                self.meta.setdefault(key, []).append(done.texts.get("wp:meta_value", ""))
