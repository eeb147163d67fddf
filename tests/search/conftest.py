"""An index of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def index_folder(settings: object, tmp_path: Path) -> Path:
    folder = tmp_path / "search"
    settings.SEARCH_INDEX = folder  # type: ignore[attr-defined]
    return folder
