"""What importers share: an article as plain blocks of text in runs, its references, and how both are stored."""
