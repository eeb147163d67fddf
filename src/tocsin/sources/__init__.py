"""Publications and sources: what an article rests on."""
