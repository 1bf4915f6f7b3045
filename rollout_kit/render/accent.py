"""A brand colour made fit for text: the same hue, as light or dark as it must be to be read."""

from colorsys import hls_to_rgb, rgb_to_hls

PAPER, NIGHT = "#ffffff", "#16181b"
"""The two grounds a document stands on."""

LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
_STEP = 0.01


def readable(colour: str, ground: str) -> str:
    """Return `colour` (`#rrggbb`), its lightness moved in steps of 1 % until it reads on `ground`."""
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    step = -_STEP if _luminance(ground) > 0.5 else _STEP
    while contrast(colour, ground) < LEAST_CONTRAST:
        lightness = min(1.0, max(0.0, lightness + step))
        colour = "#" + "".join(f"{round(channel * 255):02x}" for channel in hls_to_rgb(hue, lightness, saturation))
    return colour


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in _channels(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue
