"""What the documents say: frozen values in treaty words, no computation."""
