"""Every write to what a newsroom publishes, one verb per function, one file per noun."""
