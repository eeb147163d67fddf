"""Index and results over the published set. Its issue follows."""
