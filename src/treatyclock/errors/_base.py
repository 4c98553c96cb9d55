"""The root of all errors, and what messages are made with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Any

_LONGEST_SHOWN = 80


def legible(value: object, how: Callable[[object], str] = repr) -> str:
    """Write a value as code would have it, whatever it is.

    Example:
        >>> legible("1945"), legible(10**5000)
        ("'1945'", 'a number too large')
    """
    try:
        return how(value)
    except ValueError:  # Python refuses to print a number of thousands of digits
        return "a number too large"


def plain(text: object) -> str:
    r"""Make text safe for a terminal and one line: line ends become blanks, other control characters escapes.

    Example:
        >>> plain("a\x1b[31mb")
        'a\\x1b[31mb'
    """
    flat = legible(text, str).replace("\n", " ").replace("\t", " ")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in flat)


def shown(value: object) -> str:
    r"""Write an offending value in backticks, harmless to a terminal and cut to one line.

    Example:
        >>> shown("a\x1b[31mb")
        '`a\\x1b[31mb`'
    """
    text = plain(value)
    if len(text) > _LONGEST_SHOWN:
        text = text[: _LONGEST_SHOWN - 3] + "..."
    return f"`{text}`"


def shown_path(path: object) -> str:
    """Write a path in backticks, harmless to a terminal; of a long one the end, which tells it from others.

    Example:
        >>> shown_path("/home/" + "kyoto/" * 20 + "pact.toml")[-16:]
        'kyoto/pact.toml`'
    """
    text = plain(path)
    if len(text) > _LONGEST_SHOWN:
        text = "..." + text[3 - _LONGEST_SHOWN :]
    return f"`{text}`"


NO_OTHER_NAMES: Mapping[str, Sequence[str]] = {}
_SOME_LETTERS, _MOST_WITHIN = 3, 4
_FAR_LESS = 0.15


def nearest(word: object, known: Iterable[str], also: Mapping[str, Sequence[str]] = NO_OTHER_NAMES) -> str:
    """Suggest which known word a mistyped word may mean, or list the known words.

    Args:
        word: The word.
        known: The known words.
        also: Other names that people use, each with the known words that it may mean.

    Example:
        >>> nearest("Asia/Tokio", ["Asia/Tokyo", "Europe/Moscow"])
        'did you mean `Asia/Tokyo`?'
        >>> nearest("paris", ["paris-agreement-2015", "kyoto-protocol-1997"])
        'did you mean `paris-agreement-2015`?'
        >>> nearest("notification", ["notification of completion", "ratification"])
        'did you mean `notification of completion`?'
    """
    word = legible(word, str)
    meant = also.get(word.casefold(), ())
    if meant:
        return "did you mean " + " or ".join(shown(name) for name in meant) + "?"
    names = sorted(set(known))
    # Comparing takes 10 microseconds a name: of many only those that begin alike are tried.
    near = names
    for letters in (1, 3):
        if len(near) > 100:
            near = [name for name in near if name[:letters].casefold() == word[:letters].casefold()]
    folded = {name.casefold(): name for name in near[:200]}
    longer = [name for name in names if name.casefold().startswith(f"{word.casefold()} ")]
    close = longer[:_MOST_WITHIN] or [folded[each] for each in _alike(word[:_LONGEST_SHOWN].casefold(), list(folded))]
    if not close and len(word) >= _SOME_LETTERS:
        close = [name for name in names if word.casefold() in name.casefold()]
        if len(close) > _MOST_WITHIN:
            return f"{len(close)} have that in their name: " + ", ".join(map(shown, close))
    if close:
        return "did you mean " + " or ".join(shown(name) for name in close) + "?"
    if not names:
        return "there are none to choose from"
    few = ", ".join(shown(name) for name in names[:8])
    if len(names) == 1:
        return f"the only choice is {few}"
    return f"the choices are {few}" + (f" and {len(names) - 8} more" if len(names) > 8 else "")


def _alike(word: str, known: Sequence[str]) -> list[str]:
    """Return the three words at most that are most like a word, without those that are far less so than the first."""
    close = get_close_matches(word, known, n=3, cutoff=0.6)
    shares = [SequenceMatcher(None, each, word).ratio() for each in close]
    return [each for each, share in zip(close, shares, strict=True) if share > shares[0] - _FAR_LESS]


class TreatyclockError(Exception):
    """The root of all errors of this package.

    Attributes:
        sentence: What is wrong, one sentence without a full stop.
        hint: What would mend it.
    """

    def __init__(self, sentence: str, hint: str) -> None:
        """Keep the two halves of the message apart."""
        super().__init__(sentence, hint)
        self.sentence = sentence
        self.hint = hint

    def __str__(self) -> str:
        """Write the sentence, then the hint on a line of its own."""
        return f"{self.sentence}.\n  hint: {self.hint}"

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the error travel between processes, whatever its constructor takes."""
        return _revived, (type(self), self.args, self.__dict__)


def _revived(kind: type[TreatyclockError], args: tuple[Any, ...], data: dict[str, Any]) -> TreatyclockError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(data)
    return error


class WrongTypeError(TreatyclockError, TypeError):
    """A value of a type that is not taken there."""

    def __init__(self, what: str, value: object, wanted: str) -> None:
        """Name the place, the value and what is taken."""
        super().__init__(f"{what} cannot be {shown(legible(value))} (type {type(value).__name__})", f"give {wanted}")
        self.value = value


def expect(value: object, types: type | tuple[type, ...], what: str, wanted: str) -> None:
    """Refuse a value of a type that is not taken.

    Raises:
        WrongTypeError: If it is none of the types, or a boolean where a number is taken.
    """
    if not isinstance(value, types) or isinstance(value, bool):
        raise WrongTypeError(what, value, wanted)


class SeveralFaultsError(TreatyclockError, ValueError):
    """Several things that are wrong with one question: all of them, not only the first.

    Attributes:
        errors: They, in order.
    """

    def __init__(self, errors: Iterable[TreatyclockError]) -> None:
        """Keep all of them."""
        self.errors = tuple(errors)
        super().__init__(f"the question has {len(self.errors)} faults", "mend each")

    def __str__(self) -> str:
        """Write every one."""
        return self.sentence + ":\n" + "\n".join(str(error) for error in self.errors)


def raise_all(errors: Sequence[TreatyclockError]) -> None:
    """Raise what is wrong: one error as it is, several together; nothing where nothing is."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise SeveralFaultsError(errors)


class UndecidedError(TreatyclockError, TypeError):
    """``bool()`` was asked of a truth that is unknown."""

    def __init__(self) -> None:
        """Explain that unknown is not no."""
        super().__init__(
            "UNKNOWN is neither true nor false",
            "compare with `is Truth.YES` or `is Truth.NO`, and read the answer's depends_on",
        )


class MissingExtraError(TreatyclockError, ImportError):
    """Something that needs a package which is not installed.

    Attributes:
        package: The package.
        extra: The extra of this distribution that brings it.
    """

    def __init__(self, what: str, package: str, extra: str) -> None:
        """Name what was asked for, the package and the extra."""
        super().__init__(
            f"{what} needs the package {shown(package)}, which is not installed",
            f"pip install 'treatyclock[{extra}]'",
        )
        self.package = package
        self.extra = extra


class NothingToDrawError(TreatyclockError, ValueError):
    """A picture of something of which there is nothing to draw.

    Attributes:
        title: What it was to show.
    """

    def __init__(self, title: str, why: str) -> None:
        """Name what was to be drawn, and why there is nothing."""
        super().__init__(
            f"there is nothing to draw of {shown(title)}: {why}",
            "look at its text, which says what is known: print() shows it",
        )
        self.title = title
