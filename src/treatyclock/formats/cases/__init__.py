"""Case files: what one may hold, and how a case is made of it."""
