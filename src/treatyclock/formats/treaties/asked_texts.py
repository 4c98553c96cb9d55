"""The texts that a question was put to: the treaty's file, what was supposed beside it, other treaties."""

from __future__ import annotations

from dataclasses import replace

from treatyclock.answers.reproduction import AskedTexts
from treatyclock.formats.treaties.as_tables import act_table_of
from treatyclock.formats.treaties.as_toml import text_of
from treatyclock.law.record import Record


def asked_texts(record: Record) -> AskedTexts:
    """Return the texts of a record: its file as it was before anything was supposed.

    Raises:
        UnwritableTreatyError: If no file says what the treaty says.
    """
    whole = record if record.whole is None else record.whole
    done = [*(act for act in whole.acts if act not in whole.added), *whole.dropped]
    # Where an act that is left out stood, the record does not tell: in order of time the text is always the same.
    in_order = tuple(sorted(done, key=lambda act: (act.dated.days.first, act.id)))
    alone = replace(whole, acts=in_order, added=(), dropped=(), beside=())
    return AskedTexts(
        treaty=text_of(alone),
        file=whole.file,
        added=tuple(act_table_of(act) for act in whole.added),
        beside=tuple(text_of(replace(each, beside=())) for each in whole.beside),
    )
