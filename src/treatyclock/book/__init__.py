"""Many treaties at once: compiled into arrays of integers, so that millions of questions are answered exactly."""
