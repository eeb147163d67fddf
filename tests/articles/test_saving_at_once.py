"""Two editors who save at the same moment do not disturb each other."""

from __future__ import annotations

import copy
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlock

from tocsin.articles.blocks import BodyBlock

EMPTY_HEADING = [{"type": "heading", "value": {"text": ""}}]


@pytest.fixture(autouse=True)
def _often_interrupted() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def disturbances(save_draft: Callable[[Any], Any], publish: Callable[[Any], Any], block: BodyBlock) -> list[str]:
    """What goes wrong when drafts are saved beside publishing: a draft refused, an incomplete article let through."""
    found: list[str] = []
    value = block.to_python(EMPTY_HEADING)

    def drafts() -> None:
        for _ in range(60):
            try:
                save_draft(value)
            except (ValidationError, AttributeError) as error:
                found.append(f"draft refused: {error!r}")

    def publishing() -> None:
        for _ in range(60):
            try:
                publish(value)
            except ValidationError:
                continue
            found.append("incomplete text let through")

    threads = [threading.Thread(target=act) for act in (drafts, drafts, publishing, publishing)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_drafts_and_publishing_at_once_do_not_disturb_each_other() -> None:
    block = BodyBlock()
    assert disturbances(block.clean_deferred, block.clean, block) == []


def test_without_taking_turns_they_would() -> None:
    class Unguarded(BodyBlock):
        clean = StreamBlock.clean
        clean_deferred = StreamBlock.clean_deferred

    block = copy.deepcopy(Unguarded())  # of its own: what is left disturbed here would disturb every other test
    assert any(disturbances(block.clean_deferred, block.clean, block) for _ in range(10))
