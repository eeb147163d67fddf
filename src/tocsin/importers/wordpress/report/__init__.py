"""What came of a move, as people and programs read it."""

from tocsin.importers.wordpress.report.account import Account, Need
from tocsin.importers.wordpress.report.writing import ReportRefused, check, lines, write

__all__ = ["Account", "Need", "ReportRefused", "check", "lines", "write"]
