"""A provision beside the final clauses that moves no date: kept with the treaty, told where it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.law.clauses.base import Basis, Clause
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class About(Enum):
    """What a provision is about; the first seven are told beside the clause of that name, or an act under it."""

    ENTRY = "entry into force"
    JOINING = "joining"
    PROVISIONAL = "provisional application"
    TERM = "term"
    REVIEW = "review"
    DENUNCIATION = "denunciation"
    SUSPENSION = "suspension"
    AMENDMENT = "amendment"
    TERRITORY = "territory"
    OTHER_TREATIES = "other treaties"
    DEPOSITARY = "depositary"
    TEXTS = "authentic texts"
    DISPUTES = "settlement of disputes"
    SUBSTANCE = "substance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Clause):
    """What the text provides without moving a date: consultations, procedures, compensation, languages.

    Attributes:
        about: What it is about.
        text: What it provides, in words.
        basis: Where it stands.
    """

    TABLE: ClassVar[str] = "provision"
    DOC: ClassVar[str] = "a provision that moves no date: it is kept, and told beside what it is about"
    PLACE: ClassVar[int] = 130
    SEVERAL: ClassVar[bool] = True
    FOR_THE_RECORD: ClassVar[bool] = True

    about: About = written(About, "what it is about")
    text: str = written(Form.TEXT, "what it provides, in words")
    basis: Basis = Basis()

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        return self.text
