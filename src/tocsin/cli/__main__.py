"""``python -m tocsin.cli`` is ``tocsin``, where the script is not on the path."""

from tocsin.cli import main

main(prog_name="tocsin")
