"""Dates and hours as documents print them, read."""
