"""Time as people write it, and the instants it may mean. Knows nothing of treaties."""
