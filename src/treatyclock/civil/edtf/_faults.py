"""The faults of an EDTF text: missing digits and characters that cannot stand where they stand."""

from __future__ import annotations

from treatyclock.errors import EdtfError

FORMS = (
    "write 1945, 1945-08, 1945-08-09, 194X or 1945-08-0X, a season as 1945-21, a time as 1945-08-09T00:10:00, "
    "an interval as 1941/1946 or 1941/.., a set as [1941,1945..1946] or {1941,1945}"
)
_NO_BLANKS = "leave out the blanks; EDTF has none"
_WIDTHS = {2: "two", 4: "four"}
_DIGITS = frozenset("0123456789X")


def bad_digits(text: str, start: int, part: str, width: int) -> EdtfError:
    """Return the fault at the first character from ``start`` on that is neither a digit nor ``X``.

    Example:
        >>> str(bad_digits("19uu", 0, "year", 4)).splitlines()[0]
        '`19uu` cannot be read as a time: at column 3, `u`: a year has four digits.'
    """
    at = next(i for i in range(start, start + width) if text[i : i + 1] not in _DIGITS)
    found = text[at : at + 1]
    if text[start:] in ("open", "unknown"):
        hint = "write an open end as `..` and an unknown end as nothing: 1945/.. and 1945/"
    elif found in ("x", "u", "U"):
        hint = "write a digit that is not known as a capital `X`"
    elif found == "y":
        hint = "write a capital `Y` before a year of more than four digits"
    elif found == " ":
        hint = _NO_BLANKS
    else:
        hint = FORMS
    problem = f"a {part} has {_WIDTHS[width]} digits" if text else "a date is missing"
    return EdtfError(text, at, found, problem, hint)


def stray(text: str, at: int, part: str) -> EdtfError:
    """Return the fault of a character that cannot follow a part.

    Example:
        >>> print(stray("1945?~", 5, "year"))
        `1945?~` cannot be read as a time: at column 6, `~`: two qualifiers in a row.
          hint: write both together as `%`
    """
    found = text[at]
    follows = {"year": "`-` and a month", "month": "`-` and a day", "day": "`T` and a time"}.get(part)
    problem = f"only {follows} can follow a {part}" if follows else f"nothing can follow a {part}"
    hint = FORMS
    if found in ("?", "~", "%"):
        problem, hint = "two qualifiers in a row", "write both together as `%`"
    elif found in _DIGITS:
        problem = f"a {part} has {_WIDTHS[4 if part == 'year' else 2]} digits"
        hint = "write `-` between parts, as in 1945-08-09; `Y` before a longer year, as in Y17000"
    elif found in ("S", "E") and part == "year":
        problem = "significant digits (S) and exponents (E) are not read"
        hint = "write 19XX for a year known to its century, 195X for its decade"
    elif found == "-" and part == "season":
        hint = "write a month from 01 to 12: only months have days"
    elif found == " ":
        hint = "write `T` before a time" if part == "day" else _NO_BLANKS
    elif found == "." and text.startswith("..", at):
        problem, hint = "`..` cannot stand here", "write an interval as 1941/1946 or 1941/.., a set as [1941..1946]"
    return EdtfError(text, at, found, problem, hint)
