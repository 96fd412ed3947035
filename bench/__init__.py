"""Measurements of what should stay fast: `make bench`. Ratios against a reference in the same run, never limits."""
