"""How well Tocsin reads: measured against public test sets that are not part of the repository."""
