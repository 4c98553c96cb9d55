"""How generated treaties write values in a treaty file."""


def value_text(value: object) -> str:
    """Write a value as TOML; of a table, the keys that have one."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(value_text(item) for item in value)}]"
    if isinstance(value, dict):
        pairs = (f"{key} = {value_text(item)}" for key, item in value.items() if item is not None)
        return f"{{ {', '.join(pairs)} }}"
    return f'"{value}"'


def counted_text(first_day_counts: bool | None) -> str | None:
    """Write whether a first day counts; None where the text is silent."""
    if first_day_counts is None:
        return None
    return "counted" if first_day_counts else "not counted"


def clock_text(offset: int) -> str:
    """Write an offset in minutes as ``+03:00``."""
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"
