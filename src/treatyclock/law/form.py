"""The forms in which a treaty file writes a value."""

from __future__ import annotations

from enum import Enum


class Form(Enum):
    """How a value is written in a treaty file."""

    TEXT = "text"
    FLAG = "true or false"
    COUNT = "a whole number from 1 on"
    COUNT_OR_PART = "a whole number from 1 on, or a part of those named"
    PERIOD = "a period"
    SOME_PERIOD = "a period of at least a day"
    DAY = "a day"
    DAY_OR_NOT_KNOWN = "a day, or not known"
    MOMENT = "a day, or an hour with a clock"
    MONTH_DAY = "a day of every year"
    FIRST_DAY = "counted or not counted"
    ANCHOR = "what a term runs from, or a day"
    OTHER_FROM = "this treaty's entry into force or provisional application, or a day"
    SINCE = "the treaty's or the party's entry into force, or a day"
    TIMES = "a number of times, or for ever"
    SHARE = "a percentage"
    PARTY = "the code of a party"
    EVENT = "the id of an act that may not be recorded yet"
    ACT = "the id of an act"
    WEIGHTS = "the name of a table of weights"
    CONDITION = "a condition"
    APPROVERS = "all parties, those named, or a body"
    AFTER = "what a State must have joined after, or a day"
    LAST_DAY = "a day, or a period from the entry into force or an act"
    BEGINNING_OR_EVENT = "the treaty's entry into force, its provisional application, or the id of an act"
    ENTRY_OR_EVENT = "the treaty's entry into force, or the id of an act that may not be recorded yet"
    MADE = "before what it must have been made, or a day"
    FLOOR = "a day, or a period since an act"
    DELAY = "a period, or a table"
    ZONE = "a zone"
    MONTH_END = "clamp or roll"
    ACT_DAY = "where it was done, or on the treaty's clock"
