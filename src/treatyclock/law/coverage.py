"""How much of what was done a record holds: of a list that is only in part, silence tells nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from treatyclock.civil.days import EARLIEST
from treatyclock.civil.moments.moment import Moment
from treatyclock.law.clauses.base import Basis
from treatyclock.law.form import Form
from treatyclock.law.written import written


class Extent(Enum):
    """How much of something a record lists."""

    WHOLE = "whole"
    IN_PART = "in part"


class Missing(Enum):
    """What kind of act a record may lack, where it lists acts only in part."""

    CONSENT = "consent"
    EXIT = "exit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of what was done a record holds.

    Attributes:
        parties: Whether every party is listed; if not, a State that is not listed may be one.
        acts: Whether every act of the listed States is there, and every act that concerns all parties: None where the
            record does not say, which is taken for the whole, but for what short records leave out (an approval).
        missing: What kinds of act may lack, where acts are listed in part; all kinds where not given.
        of: Whose acts may lack then; anybody's, and acts for all parties too, where not given.
        until: The last day up to which the record goes; None where nobody says that it stops.
        untold: Listed States of whose consent the record tells nothing, though it does not say that it is in part:
            where the day of entry alone is told, it need not say who brought it about.
        basis: Where that stands.
    """

    parties: Extent = written(
        Extent, "whether every party is listed; if not, a State that is not listed may be one", default=Extent.WHOLE
    )
    acts: Extent | None = written(
        Extent, "whether every act of the listed States is there, and every act for all parties", default=None
    )
    missing: tuple[Missing, ...] = written(
        Missing, "what kinds of act may lack, where acts are listed in part; all where left out", many=True, default=()
    )
    of: tuple[str, ...] = written(
        Form.PARTY, "whose acts may lack then; anybody's, and acts for all, where left out", many=True, default=()
    )
    until: Moment | None = written(Form.DAY, "the last day up to which the record goes", default=None)
    untold: tuple[str, ...] = ()
    basis: Basis = Basis()

    @property
    def lists_all_parties(self) -> bool:
        """Whether a State that is not listed surely is no party."""
        return self.parties is Extent.WHOLE

    @property
    def lists_all_acts(self) -> bool:
        """Whether an act that is not there was not done, as far as the record goes."""
        return self.acts is not Extent.IN_PART

    @property
    def says_all_acts(self) -> bool:
        """Whether the record says in so many words that every act is there."""
        return self.acts is Extent.WHOLE

    def lacks(self, what: Missing, state: str | None = None) -> bool:
        """Tell whether acts of a kind may lack whatever their date.

        Args:
            what: The kind of act.
            state: Whose acts; None for acts that concern all parties.
        """
        if what is Missing.CONSENT and state in self.untold:
            return True
        return self.acts is Extent.IN_PART and (not self.missing or what in self.missing) and (
            not self.of or state in self.of
        )  # fmt: skip

    def lacks_from(self, what: Missing, state: str | None = None, *, listed: bool = True) -> date | None:
        """Return the first day on which an act may have been done that the record lacks; None for no day.

        Args:
            what: The kind of act.
            state: Whose act; None for an act that concerns all parties.
            listed: Whether that State is on the list of parties.

        Example:
            >>> from treatyclock.civil.moments.read import moment
            >>> Coverage(until=moment("2020-12-31")).lacks_from(Missing.EXIT)
            datetime.date(2021, 1, 1)
        """
        if self.lacks(what, state) or not listed:
            return EARLIEST
        return None if self.until is None else self.until.days.first + timedelta(days=1)
