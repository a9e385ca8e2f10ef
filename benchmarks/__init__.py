"""Measurements of what the product finds and what it costs; RESULTS.md holds the figures with their commands."""
