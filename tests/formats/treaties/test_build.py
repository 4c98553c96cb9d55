"""From a document to a record: one mistake is told once, and hostile files are refused in little time."""

from __future__ import annotations

import pytest

from treatyclock.errors import TreatyFileError
from treatyclock.formats.documents.flaws import MOST_FLAWS
from treatyclock.formats.treaties.toml import load_text

HEAD = 'schema = 1\nid = "h"\ntitle = "H"\n[parties]\nAAA = { name = "A", clock = "+00:00" }\nBBB = "B"\n'


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('parties = { AAA = { name = "A", clock = [1] }, BBB = "B" }\n', 1),
        ("counting = { midnight = [[]], ref = '1' }\n", 1),
        ("[[act]]\nkind = 'signature'\nby = 'AAA'\non = '1941'\nreceived = '1900'\nref = 'r'\n", 1),
        # one bad date in a notice is one fault, not one more for each that names the notice
        (
            "[[act]]\nid = 'n'\nkind = 'denunciation'\nby = 'AAA'\non = '1941-02-30'\nref = 'r'\n"
            "[[act]]\nkind = 'rescission'\nof = 'n'\nby = 'AAA'\non = '1941-03-01'\nref = 'r'\n"
            "[[reading]]\nid = 'r'\ntitle = 't'\nholder = 'h'\nref = 'r'\nrejects = 'n'\n",
            1,
        ),
        ("act = { kind = 'signature' }\n", 1),
    ],
)
def test_one_mistake_is_told_once(text: str, faults: int) -> None:
    head = HEAD if "parties" not in text else 'schema = 1\nid = "h"\ntitle = "H"\n'
    whole = head.replace("[parties]\nAAA", "parties.AAA").replace("\nBBB", "\nparties.BBB") + text
    with pytest.raises(TreatyFileError) as caught:
        load_text(whole)
    assert len(caught.value.faults) == faults, str(caught.value)
    assert all(fault.line is not None for fault in caught.value.faults)


@pytest.mark.parametrize(
    "text",
    [
        "schema = 0x" + "f" * 900_000,
        "x." + '"\\u2028".' * 40_000 + "z = 1",
        "".join(f"x.{'a.' * 98}\u2028{'b.' * 98}z{n} = 1\n" for n in range(300)),
        HEAD
        + "".join(
            f"[[act]]\nkind = 'signature'\nby = 'AAA'\non = '1941'\nclock = 'Asia/No{n}'\nref = 'r'\n"
            for n in range(1900)
        ),
        HEAD + "[counting]\nref = '1'\nmidnight = [" + ",".join(f"'Asia/No{n}'" for n in range(45_000)) + "]",
        HEAD
        + "".join(
            f"[[act]]\nkind = 'rescission'\nof = 'n{n}'\nby = 'AAA'\non = '1941'\nref = 'r'\n" for n in range(1900)
        ),
        HEAD + "[entry_into_force]\nref = '1'\nwhen = " + "{all_of = ['signed'," * 140 + "'signed'" + "]}" * 140,
        HEAD + "[entry_into_force]\nref = '1'\nwhen = " + "{all_of = [" * 1400 + "'signed'" + "]}" * 1400,
        HEAD + "[[act]]\n" * 100_000,
        HEAD + "[[reading]]\n" * 100_000,
        HEAD + "[term]\nlasts = 'P1D'\nref = '1'\nfrom = [" + ",".join(["'1941-01-01'"] * 60_000) + "]",
    ],
    ids=[
        "hex",
        "quoted",
        "separators",
        "zones",
        "zone-list",
        "rescissions",
        "nested",
        "deeper",
        "acts",
        "readings",
        "anchors",
    ],
)
def test_hostile_files_are_refused_with_few_faults(text: str) -> None:
    with pytest.raises(TreatyFileError) as caught:
        load_text(text)
    assert len(caught.value.faults) <= 2 * MOST_FLAWS + 1


@pytest.mark.parametrize(
    ("reading", "key", "problem"),
    [
        ("without = 'sunset'", "without", "is not a clause of this treaty"),
        ("without = 'term'\n[reading.term]\nlasts = 'P1Y'\nfrom = 'signature'", "without", "given by this reading"),
        ("admits = 'war'\nrejects = 'war'", "rejects", "is admitted and rejected"),
        ("admits = 'peace'", "admits", "is not an act that needs to be admitted"),
        ("rejects = 'peace'", "rejects", "is not an act of this file"),
    ],
)
def test_readings_name_what_is_there(reading: str, key: str, problem: str) -> None:
    text = (
        HEAD
        + "[term]\nlasts = 'P5Y'\nfrom = 'signature'\nref = '1'\n"
        + "[[act]]\nid = 'war'\nkind = 'outbreak of war'\nby = 'AAA'\non = '1941'\nref = 'r'\n"
        + f"[[reading]]\nid = 'r'\ntitle = 't'\nholder = 'h'\nref = 'r'\n{reading}\n"
    )
    with pytest.raises(TreatyFileError) as caught:
        load_text(text)
    (fault,) = caught.value.faults
    assert (fault.key, fault.structural) == (f"reading[1].{key}", False)
    assert problem in fault.problem


@pytest.mark.parametrize(
    ("when", "tells_nothing"),
    [
        ("{ not_before = '1936-01-01' }", True),
        ("{ elapsed = 'P1Y', since = 'peace' }", True),
        ("{ any_of = [{ not_before = '1936-01-01' }, { instruments = 2 }] }", True),
        ("{ all_of = [{ not_before = '1936-01-01' }, { instruments = 2 }] }", False),
        ("{ instruments = 2 }", False),
    ],
)
def test_what_time_alone_brings_into_force_tells_nothing_of_who_consented(when: str, tells_nothing: bool) -> None:
    entry = f"CCC = 'C'\n[entry_into_force]\nwhen = {when}\nref = 'r'\n"
    peace = "[[act]]\nid = 'peace'\nkind = 'event'\nby = 'AAA'\non = '1936-01-01'\nref = 'r'\n"
    record = load_text(HEAD + entry + peace)
    assert bool(record.coverage.untold) == tells_nothing
