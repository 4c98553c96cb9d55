"""``python -m treatyclock``."""

from treatyclock.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
