"""The answer of the capacity model as JSON, schema version 1: see docs/json.md."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rollout_kit.capacity.answer import Answer
from rollout_kit.capacity.answers import (
    Advice,
    Band,
    Bar,
    Dates,
    DayAnswer,
    FirstMiss,
    Need,
    TierDay,
)
from rollout_kit.capacity.figures import Figure
from rollout_kit.capacity.model import Question, Untold
from rollout_kit.capacity.said import verdict, what_binds, what_helps
from rollout_kit.finding import dotted
from rollout_kit.language.words import Words
from rollout_kit.message import Message
from rollout_kit.report.ink import printable

SCHEMA_VERSION = 1
DIGITS = 4


def capacity_as_json(answered: Answer | Untold, words: Words) -> str:
    """Return the answer; keys and order never depend on the language, sentences do."""
    told = _untold(answered) if isinstance(answered, Untold) else _answer(answered, words)
    # ASCII only: a pipe on Windows is not UTF-8.
    return json.dumps({"schema_version": SCHEMA_VERSION, **told}, indent=2, ensure_ascii=True)


def _untold(untold: Untold) -> Mapping[str, Any]:
    return {
        "is_told": False,
        "missing": [dotted(path) for path in untold.missing],
        "beyond": [dotted(path) for path in untold.beyond],
    }


def _answer(answer: Answer, words: Words) -> Mapping[str, Any]:
    expectation, outlook = answer.expectation, answer.outlook
    question = expectation.question
    use = dict(expectation.uses).get(expectation.binding_limit, 0.0)
    sentences = (
        verdict(question, outlook),
        what_binds(question, outlook, expectation.binding_limit, use),
        what_helps(answer),
    )
    return {
        "is_told": True,
        "sentences": [_sentence(each, words) for each in sentences],
        "starts_on": question.starts_on.isoformat(),
        "ends_on": question.ends_on.isoformat(),
        "runs": outlook.runs,
        "seed": outlook.seed,
        "sampling_error": _rounded(outlook.sampling_error),
        "is_scaling": outlook.is_scaling,
        "share_outgrown": _rounded(outlook.share_outgrown),
        "outgrown_on": _dates(outlook.outgrown_on),
        "longest_spike_days": dict(zip(("p10", "p50", "p90"), outlook.longest_spike, strict=True)),
        "first_by": [_first(each, question) for each in outlook.first_by],
        "middle": _middle(answer),
        "advice": [_advice(each, words) for each in answer.advice],
        "sensitivity": [_bar(bar) for bar in answer.bars],
        "need": _need(answer.need, question) if answer.need else None,
        "rests_on": list(answer.rests_on),
        "figures": [_figure(figure, words) for figure in question.figures],
        "assumed": [dotted(path) for path in question.assumed],
        "days": _days(answer),
    }


def _middle(answer: Answer) -> Mapping[str, Any]:
    expectation = answer.expectation
    return {
        "outgrown_on": expectation.outgrown_on.isoformat() if expectation.outgrown_on else None,
        "binding_limit": expectation.binding_limit.value,
        "first_limit": expectation.first_limit.value if expectation.first_limit else None,
        "first_missed_on": expectation.first_missed_on.isoformat() if expectation.first_missed_on else None,
        "uses": {limit.value: _rounded(use) for limit, use in expectation.uses},
        "spikes": [
            {
                "starts_on": spike.starts_on.isoformat(),
                "ends_on": spike.ends_on.isoformat(),
                "open_days": spike.open_days,
            }
            for spike in expectation.spikes
        ],
    }


def _first(first: FirstMiss, question: Question) -> Mapping[str, Any]:
    wave = None if first.wave is None else question.waves[first.wave].date.isoformat()
    return {"limit": first.limit.value, "after_wave_of": wave, "share": _rounded(first.share)}


def _advice(advice: Advice, words: Words) -> Mapping[str, Any]:
    return {
        "change": _sentence(advice.change.text, words),
        "share_outgrown": _rounded(advice.share_outgrown),
        "gain": _rounded(advice.gain),
        "outgrown_on": _dates(advice.outgrown_on),
        "spike_days": _rounded(advice.spike_days),
        "spike_days_before": _rounded(advice.spike_days_before),
        "backlog_days": _rounded(advice.backlog_days),
        "backlog_days_before": _rounded(advice.backlog_days_before),
    }


def _need(need: Need, question: Question) -> Mapping[str, Any]:
    return {
        "level": need.level,
        "more": need.more,
        "starts_on": need.starts_on.isoformat(),
        "ends_on": need.ends_on.isoformat() if need.ends_on else None,
        "after_wave_of": None if need.wave is None else question.waves[need.wave].date.isoformat(),
        "share_outgrown": _rounded(need.share_outgrown),
        "also": [_need(each, question) for each in need.also],
    }


def _bar(bar: Bar) -> Mapping[str, Any]:
    return {
        "figure": bar.figure,
        "share_outgrown_low": _rounded(bar.outgrown_low),
        "share_outgrown_high": _rounded(bar.outgrown_high),
        "backlog_days_low": _rounded(bar.backlog_days_low),
        "backlog_days_high": _rounded(bar.backlog_days_high),
    }


def _figure(figure: Figure, words: Words) -> Mapping[str, Any]:
    return {
        "name": figure.name,
        "key": dotted(figure.path),
        "low": figure.low,
        "likely": figure.likely,
        "high": figure.high,
        "unit": figure.unit,
        "mark": figure.mark.value,
        "source": _sentence(figure.source, words) if figure.source else None,
    }


def _dates(dates: Dates) -> Mapping[str, Any]:
    named = (("p10", dates.early), ("p50", dates.middle), ("p90", dates.late))
    return {name: day.isoformat() if day else None for name, day in named}


# --- day by day ----------------------------------------------------------------------------------


def _days(answer: Answer) -> list[Mapping[str, Any]]:
    outlook = answer.outlook
    return [
        {
            **_day(day),
            "still_fine": _rounded(outlook.still_fine[number]),
            "demand_hours": _bands(outlook.demand, number),
            "capacity_hours": _bands(outlook.capacity, number),
            "backlog_days": _bands(outlook.backlog_days, number),
        }
        for number, day in enumerate(answer.expectation.days)
    ]


def _day(day: DayAnswer) -> Mapping[str, Any]:
    phone = day.phone
    return {
        "date": day.date.isoformat(),
        "is_open": day.is_open,
        "users": _rounded(day.users),
        "contacts": _rounded(day.contacts),
        "missed": [limit.value for limit in day.missed],
        "phone": None
        if phone is None
        else {
            "level": _rounded(phone.level),
            "worst_level": _rounded(phone.worst),
            "worst_half_hour": phone.worst_half_hour,
            "needed": list(phone.needed),
            "enough": phone.enough,
            "there": phone.there,
            "occupancy": _rounded(phone.occupancy),
        },
        "levels": {tier.id: _tier(tier) for tier in day.tiers},
    }


def _tier(tier: TierDay) -> Mapping[str, Any]:
    return {
        "contacts": _rounded(tier.contacts),
        "demand_hours": _rounded(tier.demanded_hours),
        "capacity_hours": _rounded(tier.capacity_hours),
        "backlog_hours": _rounded(tier.backlog_hours),
        "days_to_clear": _rounded(tier.days_to_clear),
        "oldest_hours": _rounded(tier.oldest_hours),
        "in_time": _rounded(tier.in_time),
    }


def _bands(bands: Sequence[tuple[str, Band]], number: int) -> Mapping[str, Any]:
    return {
        level: {
            "p10": _rounded(band.low[number]), "p50": _rounded(band.middle[number]), "p90": _rounded(band.high[number])
        }
        for level, band in bands
    }  # fmt: skip


def _rounded(value: float | None) -> float | None:
    """Return the value as JSON can hold it: what never ends is null."""
    if value is None or value in (float("inf"), float("-inf")) or value != value:
        return None
    return round(value, DIGITS)


def _sentence(message: Message, words: Words) -> str:
    return printable(words.text(message))
