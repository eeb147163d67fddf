"""Puts a repaired SQLite in place of Python's own; the settings import this module before anything else.

Importing it has a side effect, the only such module in Tocsin: versions of SQLite from 3.7.0 to 3.51.2 can
corrupt a database in WAL mode when a checkpoint resets the log (decision 0003). ``pysqlite3`` carries a
fixed one under the same interface.
"""

import sys

FIXED_IN = (3, 51, 3)


def install() -> None:
    """Make ``import sqlite3`` give pysqlite3, where that is installed; harmless when called twice."""
    try:
        import pysqlite3
        from pysqlite3 import dbapi2
    except ImportError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = dbapi2


def version() -> tuple[int, ...]:
    """Return the version of the SQLite library in use."""
    import sqlite3

    return sqlite3.sqlite_version_info


def is_fixed() -> bool:
    """Tell whether WAL mode is safe with this version."""
    return version() >= FIXED_IN


install()
