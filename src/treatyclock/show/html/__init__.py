"""Answers as HTML for notebooks and pages: a table first, a picture second, the argument folded; no script."""
