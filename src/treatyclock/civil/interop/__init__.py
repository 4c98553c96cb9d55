"""Dates and times of other libraries."""
