"""What tests of reading stand on."""

from __future__ import annotations

import pytest

from tocsin.claims.extraction import parser

needs_parser = pytest.mark.skipif(not parser.installed(), reason="the extra tocsin[extraction] is not installed")
"""English clauses are read by the parser, which is an extra; `make test` installs it, so that nothing is skipped."""
