"""Claims from a table: CSV, JSON or JSON lines, each column told what it means by a map."""
