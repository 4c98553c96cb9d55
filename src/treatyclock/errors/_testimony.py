"""Testimony that cannot be read or found."""

from __future__ import annotations

from collections.abc import Iterable

from treatyclock.errors._base import TreatyclockError, nearest, shown
from treatyclock.errors._treaties import TreatyFileError


class UnknownWordsError(TreatyclockError, ValueError):
    """Words for a time or a length of time to which no table gives bounds."""

    def __init__(self, words: object, known: Iterable[str], hint: str) -> None:
        """Name the words and those that are known."""
        names = tuple(known)
        super().__init__(f"{shown(words)} has no bounds", f"{nearest(str(words), names)}; or {hint}" if names else hint)
        self.words = words


class UnknownCaseError(TreatyclockError, LookupError):
    """A name that neither a shipped case nor a file has."""

    def __init__(self, name: object, known: Iterable[str]) -> None:
        """Name what was asked for."""
        super().__init__(f"no shipped case and no file is called {shown(name)}", nearest(str(name), known))
        self.name = name


class UnknownClaimError(TreatyclockError, LookupError):
    """A claim that the case does not make."""

    def __init__(self, claim: object, case: str, known: Iterable[str]) -> None:
        """Name the claim and the case."""
        super().__init__(f"{shown(case)} makes no claim {shown(claim)}", nearest(str(claim), known))
        self.claim = claim


class NoClaimsError(TreatyclockError, ValueError):
    """A reconciliation of no claims at all, which would have all sources agree."""

    def __init__(self, case: str) -> None:
        """Name the case."""
        super().__init__(
            f"no claim of {shown(case)} is left, so there is nothing to compare",
            "name one claim at least in only, leave fewer out in without, or give the case a claim",
        )
        self.case = case


class UnknownEventError(TreatyclockError, LookupError):
    """An event that the case does not name."""

    def __init__(self, event: object, case: str, known: Iterable[str]) -> None:
        """Name the event and the case."""
        super().__init__(f"{shown(case)} names no event {shown(event)}", nearest(str(event), known))
        self.event = event


class UndatedEventError(TreatyclockError, ValueError):
    """An event that has no beginning or no end by what its sources say."""

    def __init__(self, event: str, case: str) -> None:
        """Name the event and the case."""
        super().__init__(
            f"no claim that stands in {shown(case)} says when {shown(event)} was",
            "give the case a claim that dates it, or the act a time of its own",
        )
        self.event = event


class UnsettledEventError(TreatyclockError, ValueError):
    """An event of a case for which not all cheapest repairs could be found."""

    def __init__(self, event: str, case: str) -> None:
        """Name the event and the case."""
        super().__init__(
            f"{shown(case)} leaves so much open that not every time of {shown(event)} could be found",
            "give the case fewer claims or sets of dates, or the act a time of its own",
        )
        self.event = event


class UndatedClockError(TreatyclockError, ValueError):
    """A claim about a clock that changed its offset, in a case that names no date."""

    def __init__(self, claim: str, clock: str, case: str) -> None:
        """Name the claim, the clock and the case."""
        super().__init__(
            f"claim {shown(claim)} of {shown(case)} is about the clock of {shown(clock)}, whose offset depends on the"
            " date, and no claim has a date",
            "give the claim a day in on, or the case a claim with a date",
        )
        self.claim, self.clock = claim, clock


class CaseFileError(TreatyFileError):
    """A case file with faults, with all of them and not only the first."""
