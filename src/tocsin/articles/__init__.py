"""Articles and what stands around them: pages, blocks, publishing, corrections. Wagtail lives here."""
