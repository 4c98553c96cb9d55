"""Clocks: zones with the data they rest on, offsets, labels, historic clocks, days that a clock skipped."""
