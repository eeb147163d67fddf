"""What exists elsewhere, brought in: ``read.py`` turns bytes into plain data, ``services.py`` data into articles."""
