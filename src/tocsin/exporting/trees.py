"""Whether the places of pages or folders fit together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass
class _Node:
    path: str
    wanted: int
    children: int = 0


def is_whole(tree: type[Any]) -> bool:
    """Tell whether every node of *tree*, a treebeard model, stands below another one that counts it.

    The nodes are read once, in the order of their paths, in which each comes right behind what it stands below.
    """
    above: list[_Node] = []
    nodes = tree._base_manager.order_by("path").values_list("path", "depth", "numchild")
    for path, depth, numchild in nodes.iterator():
        while above and not path.startswith(above[-1].path):
            if not _is_counted(above.pop()):
                return False
        if depth != len(above) + 1 or len(path) != depth * tree.steplen or not set(path) <= set(tree.alphabet):
            return False
        if above:
            above[-1].children += 1
        above.append(_Node(path, numchild))
    return all(map(_is_counted, above))


def _is_counted(node: _Node) -> bool:
    return node.children == node.wanted
