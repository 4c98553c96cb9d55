"""Questions that run backwards: deadlines, windows, and what would come of a notice."""
