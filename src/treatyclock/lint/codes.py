"""Every kind of finding by its code, with what it means in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

CODES: Mapping[str, str] = {
    # what the text leaves open
    "open-convention": "A date turns on a convention that neither the text nor the depositary's practice settles.",
    "undecided-fact": "A date turns on a fact that the record leaves open, because a date in it is vague.",
    "no-first-day": "A term does not say whether its first day counts, and no date turns on it yet.",
    "no-entry-clause": "Nothing says what brings the treaty into force, so it never is.",
    # terms, windows and deadlines that do not fit together
    "anchor-without-act": "A term runs from acts that not every party has on record, so it never begins to run.",
    "event-without-act": "A term or a condition waits for an event that no act records: not come yet, or misspelt.",
    "notice-longer-than-term": "The notice is longer than the term whose end it is for.",
    "deadline-before-entry": "The last timely notice for the first term falls before the entry into force.",
    "window-always-open": "Windows last as long as the interval between them, so they never close.",
    "window-never-opens": "The treaty ends before the first window opens.",
    "lock-in-longer-than-term": "The lock-in lasts as long as the treaty, so nobody can ever leave.",
    "lock-in-without-effect": "The lock-in is over before the first exit that the clause allows.",
    "review-after-end": "The treaty ends before the conference that is to decide on it.",
    "retroactive-from-later": "The day from which it applies to earlier facts is not before the entry into force.",
    # clauses that nothing can bring into play
    "condition-out-of-reach": "Entry into force takes more than all the parties of the file can bring.",
    "joining-unreachable": "Nobody can join later: there are two parties, or all must have consented before entry.",
    "provisional-unreachable": "The treaty is in force as soon as it is signed, so nobody applies it provisionally.",
    "renewal-unstoppable": "A renewal waits for a denunciation that no clause allows.",
    "notice-changes-nothing": "A notice for the end of a term that is not renewed: the treaty ends then anyway.",
    "notice-when-indefinite-unreachable": "A notice for when the treaty runs without a term, which it never does.",
    "ends-for-one-of-two": "A notice that releases only the notifier, in a treaty of two.",
    "chain-unreachable": "A right to follow another's notice, in a treaty of two.",
    "sunset-unreachable": "Effect that survives the end, in a treaty that no clause and no act brings to an end.",
    # notices
    "notice-without-clause": "A notice was given, and no clause allows one.",
    "notice-before-entry": "A notice was given before the treaty was in force for the State that gave it.",
    "notice-after-end": "A notice was given when the treaty was no longer in force for the State that gave it.",
    "late-notice": "A notice came between its deadline and the end that it was for.",
    "notice-without-effect": "A notice was given when the clause allowed none, or without what it requires.",
    # acts of strangers, and acts out of order
    "act-by-stranger": "A State that never signed nor consented did what only a party can do.",
    "ratification-before-signature": "A State ratified before it signed.",
    "exchange-before-ratification": "Instruments were exchanged before they were made.",
    "accession-before-signature": "A State acceded before anybody had signed.",
    "rescission-after-effect": "A notice was taken back after it had taken effect.",
    "extension-after-end": "An extension came into force after the end that it was to put off.",
    # the record
    "recorded-differs": "The date that the depositary recorded is not the one that the count gives.",
    "unused-source": "A source is declared, and nothing cites it.",
    "idle-party": "A party does nothing, and no clause names it.",
    "act-without-effect": "Nothing follows from an act, under any reading.",
    "uncertain-date": "A date is marked as uncertain.",
    "vague-date": "A date is known only as a range.",
}
