"""Data that lies beside the checkout: it may be measured against, and is not shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def needs(path: Path) -> pytest.MarkDecorator:
    """Skip a test of what is in *path* where that is not there."""
    return pytest.mark.skipif(not path.exists(), reason="the data may be measured against, not shipped")
