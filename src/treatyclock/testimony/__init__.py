"""Sources that disagree: claims, the constraint network they make, their conflicts, and what must be given up."""
