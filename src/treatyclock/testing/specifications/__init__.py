"""Treaties drawn as specifications that the oracles read, and the treaty files that say the same."""
