"""What follows from a record under a reading: worlds, each with its timelines and reasons."""
