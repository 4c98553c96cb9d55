"""What a person asks of a life, worked out; the answers themselves are values of ``answers``."""
