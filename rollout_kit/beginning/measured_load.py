"""What was measured on tickets, as values of `[load]`."""

from collections.abc import Iterable, Iterator, Sequence

from rollout_kit.beginning import literals
from rollout_kit.beginning.amended import Change
from rollout_kit.beginning.literals import Literal
from rollout_kit.capacity.calibration import Calibration
from rollout_kit.capacity.defaults import SPOKEN
from rollout_kit.capacity.tickets.measured import Measured, Spread
from rollout_kit.description.load import Channel, Load
from rollout_kit.description.quantities import WEEKDAYS
from rollout_kit.message import N_, Message, message

_RANGES = ("tickets_per_user_month", "golive_factor", "growth_per_year")
_IN_WRITING = "channels.ticket."
_NAMES_ON_A_LINE = 3
_DIGITS = 3  # that stand for something, of figures from a few thousand tickets; house value


def load_changes(calibration: Calibration, load: Load | None) -> tuple[tuple[Change, ...], tuple[Message, ...]]:
    """Return the changes of `[load]`, the mark of own data the last of them, and what is told about others.

    What came in writing goes to the one channel of the description that is not spoken, whatever its name. Shares of
    channels are left out where the description gives a share to a channel that the tickets do not know: all shares
    together are one; then no channel is added either.
    """
    described = load.channels if load else ()
    measured = {_own_key(figure.key, described): figure for figure in calibration.figures}
    stranger = _stranger(measured, described)
    if stranger is not None:
        ids = {channel.id for channel in described}
        measured = {key: one for key, one in measured.items() if not _is_channel(key, "handling") or _id(key) in ids}
    literal_of = dict(_literals(measured, with_shares=stranger is None))
    told = () if stranger is None else (
        message(N_("shares of channels are not written: [load.channels.{channel}] has one, and no ticket came by it"),
                channel=stranger),
    )  # fmt: skip
    if not literal_of:
        return (), told
    mark = {
        "until": literals.day(calibration.last),
        "tickets": str(calibration.tickets),
        "keys": _listed(literal_of),
    }
    changes = [Change(path=("load", *key.split(".")), literal=literal) for key, literal in literal_of.items()]
    changes.sort(key=lambda change: len(change.path))  # keys of [load] itself before those of its channels
    return (*changes, Change(path=("load", "own_data"), literal=literals.table(mark))), told


def _listed(keys: Iterable[str]) -> Literal:
    """Return a list of names, a line for each where they are many: the only line break that braces allow."""
    names = [literals.text(key) for key in keys]
    whole = f"[{', '.join(names)}]"
    return whole if len(names) <= _NAMES_ON_A_LINE else "[\n" + "".join(f"  {name},\n" for name in names) + "]"


def _own_key(key: str, described: Sequence[Channel]) -> str:
    """Return the name below `[load]`; for what came in writing that of the description's own channel."""
    written = [channel.id for channel in described if channel.id not in SPOKEN]
    if key.startswith(_IN_WRITING) and len(written) == 1:
        return f"channels.{written[0]}.{key.removeprefix(_IN_WRITING)}"
    return key


def _id(key: str) -> str:
    return key.split(".")[1]


def _stranger(measured: dict[str, Measured], described: Sequence[Channel]) -> str | None:
    shares = {_id(key) for key in measured if _is_channel(key, "share")}
    named = (channel.id for channel in described if channel.share)
    return next((name for name in named if name not in shares), None) if shares else None


def _literals(measured: dict[str, Measured], *, with_shares: bool) -> Iterator[tuple[str, Literal]]:
    """Yield the names below `[load]` with their values."""
    shares = {key: figure.spread.likely for key, figure in measured.items() if _is_channel(key, "share")}
    rounded = _summing_up(shares)
    for key, figure in measured.items():
        spread = figure.spread
        if key in _RANGES:
            yield key, _range(spread)
        elif key == "half_life":
            yield key, literals.text(_days(spread.likely))
        elif key == "peak_hour_share":
            yield key, _number(spread.likely)
        elif key == "busiest_weekday" and figure.weekday is not None:
            day = literals.text(WEEKDAYS[figure.weekday])
            yield key, literals.table({"day": day, "share": _number(spread.likely)})
        elif _is_channel(key, "share") and with_shares:
            yield key, rounded[key]
        elif _is_channel(key, "handling"):
            bounds = {"low": spread.low, "likely": spread.likely, "high": spread.high}
            yield key, literals.table({name: literals.text(_minutes(value)) for name, value in bounds.items()})


def _is_channel(key: str, of: str) -> bool:
    return key.startswith("channels.") and key.endswith(f".{of}")


def _range(spread: Spread) -> Literal:
    bounds = {"low": spread.low, "likely": spread.likely, "high": spread.high}
    return literals.table({name: _number(value) for name, value in bounds.items()})


def _number(value: float) -> Literal:
    """Return a number with three digits that count, never with an exponent, and always as a decimal."""
    text = f"{float(f'{value:.{_DIGITS}g}'):.12f}".rstrip("0")
    return f"{text}0" if text.endswith(".") else text


def _summing_up(shares: dict[str, float]) -> dict[str, Literal]:
    """Return shares in hundredths that make one together: what is left goes to those that were cut most."""
    parts = {key: int(share * 100) for key, share in shares.items()}
    by_rest = sorted(shares, key=lambda key: (parts[key] - shares[key] * 100, key))
    for key in by_rest[: 100 - sum(parts.values())]:
        parts[key] += 1
    return {key: f"{part / 100:.2f}" for key, part in parts.items()}


def _days(value: float) -> str:
    days = max(1, round(value))
    return "1 day" if days == 1 else f"{days} days"


def _minutes(value: float) -> str:
    return f"{max(value, 0.1):.1f}".removesuffix(".0") + " min"
