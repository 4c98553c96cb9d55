"""The depositary of a document, or several, and when each of them received an act."""

from __future__ import annotations

from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment, on_days
from treatyclock.formats.treaties._field_shapes import NOT_KNOWN
from treatyclock.formats.treaties._reader import TreatyReader
from treatyclock.law.acts.act import surely_before
from treatyclock.law.depositaries import Deposit, Depositary, OneDepositary, profiles

Deposits = tuple[tuple[str, Moment], ...]


def depositary_of(part: TreatyReader | None) -> Depositary | None:
    """Return who keeps the treaty."""
    if part is None:
        return None
    profile = profiles().get(part.text("profile"))
    clock = (*part.zones("clock"), None if profile is None else profile.clock)[0]
    several = _several(part)
    deposit = part.made("deposit", Deposit)
    if part.has("deposit") and not part.has("several"):
        hint = "name them: several = { london = .. , moscow = .. }; or leave this out"
        part.fault("deposit", "is about several depositaries, and there is one", hint)
    elif deposit is not None and any(each.parties for each in several):
        part.fault("deposit", "stands beside depositaries of some parties alone", "leave out deposit, or their parties")
    return Depositary(
        name=part.text("name") or (profile.title if profile else ""),
        profile=profile,
        clock=clock,
        several=several,
        deposit=deposit,
    )


def _several(part: TreatyReader) -> tuple[OneDepositary, ...]:
    table = part.sub("several")
    found: list[OneDepositary] = []
    for id, entry in table.table.items() if table is not None else ():
        inner = table.sub(id) if table is not None else None
        if inner is None:
            found.append(OneDepositary(id=id, name=str(entry)))
            continue
        clock, parties = inner.zones("clock"), inner.parties("parties")
        for code in parties:
            if any(code in other.parties for other in found):
                inner.fault(
                    "parties", "has a party of another depositary", "leave it out at one of the two", value=code
                )
        found.append(OneDepositary(id=id, name=inner.text("name"), clock=clock[0] if clock else None, parties=parties))
    if len(found) == 1:
        part.fault(
            "several", "names one depositary", "name the others too; or write its name alone: name = .., clock = .."
        )
    if table is not None and any(each.parties for each in found):
        for each in found:
            if not each.parties and not table.is_broken(each.id):
                hint = "say whose: parties = [..]; or leave parties out for all, where each is for everybody"
                table.fault(each.id, "is for no party, and the others are for some alone", hint)
    return tuple(found)


def deposits_of(part: TreatyReader, dated: Moment) -> Deposits:
    """Return when each of several depositaries received an act; nothing where one date serves for all.

    Args:
        part: The act.
        dated: When it was done.
    """
    table = part.sub("received")
    if table is None or part.is_broken("received"):
        return ()
    depositary = part.declared.depositary
    known = [] if depositary is None else [each.id for each in depositary.several]
    if not known:
        hint = "name them: [depositary] several = { london = .. , moscow = .. }; or write the day alone"
        part.fault("received", "names depositaries, and the treaty has not several", hint)
        return ()
    clock, found = part.zones("clock"), []
    for id in table.table:
        if id not in known:
            table.unknown((*table.path, id), id, known, "not one of the depositaries")
            continue
        at = table.moment(id, clock)
        if at is None:
            continue
        if surely_before(at, dated) and at.text != NOT_KNOWN:
            table.fault(id, "lies before the act itself", f"check both dates: the act is dated {dated}")
        if at.text == NOT_KNOWN:
            at = on_days(at.text, [Days.between(dated.days.first)], at.zones)
        found.append((id, at))
    return tuple(found)


def its_own(part: TreatyReader, by: tuple[str, ...], deposits: Deposits) -> Moment | None:
    """Return when an act reached the depositary that its author has for its own; None where all are for everybody."""
    depositary = part.declared.depositary
    if depositary is None or not deposits or not any(each.parties for each in depositary.several):
        return None
    own = {party: depositary.of(party) for party in by}
    several = {None if each is None else each.id for each in own.values()}
    if len(several) > 1:
        part.fault("received", "is of parties with different depositaries", "write one act for each of them")
        return None
    (id,) = several
    if id is None:
        part.fault("received", f"is of {by[0]}, which has no depositary", "name it in the parties of one of them")
        return None
    at = dict(deposits).get(id)
    if at is None:
        hint = f'add {id} = the day, or {id} = "{NOT_KNOWN}": it is the depositary of {by[0]}'
        part.fault("received", f"leaves out {id}, with which it must be", hint)
    return at


def with_depositary(part: TreatyReader, depositary: Depositary | None) -> TreatyReader:
    """Return the reader of a document of which the depositary is known."""
    return replace(part, declared=replace(part.declared, depositary=depositary))
