from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.exporting.newsroom import empty
from tocsin.articles.services.newsroom import found


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture
def elsewhere(settings: Any, tmp_path: Path) -> Any:
    """Makes this the database and the folder of a new site."""

    def move() -> None:
        empty()
        settings.MEDIA_ROOT = tmp_path / "media-of-the-new-site"
        found("New", base_url="http://testserver")

    return move
