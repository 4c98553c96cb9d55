"""Questions that a treaty's text may leave open, each declared once by the matter that it belongs to."""
