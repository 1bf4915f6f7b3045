"""How wide words are in the documents' type, known without asking whether a font is installed.

Advance widths of Noto Sans in thousandths of its size: the visible characters of ASCII, then U+00A0 to U+017F.
"""

from itertools import accumulate, takewhile
from unicodedata import combining, east_asian_width

POINT_MM = 0.3528
"""A typographic point in millimetres."""

_OTHER = 700  # wider than most letters of other alphabets: room is left over, never missing
_WIDE = 1000

_REGULAR = """
260 269 408 646 572 831 732 225 300 300 551 572 268 322 268 372 572 572 572 572 572 572 572 572 572 572 268 268
572 572 572 434 899 639 650 632 730 556 519 728 741 339 273 619 524 907 760 781 605 781 622 549 556 731 600 930
586 566 572 329 372 329 572 444 281 561 615 480 615 564 344 615 618 258 258 534 258 935 618 605 615 615 413 479
361 618 508 786 529 510 470 380 551 380 572 260 269 572 572 572 572 551 513 580 832 357 509 572 322 832 500 428
572 350 350 281 623 655 268 225 350 376 509 745 771 781 434 639 639 639 639 639 639 881 632 556 556 556 556 339
339 339 339 730 760 781 781 781 781 781 572 781 731 731 731 731 566 605 631 561 561 561 561 561 561 864 480 564
564 564 564 258 258 258 258 605 618 605 605 605 605 605 572 605 618 618 618 618 510 615 510 639 561 639 561 639
561 632 480 632 480 632 480 632 480 730 615 730 617 556 564 556 564 556 564 556 564 556 564 728 615 728 615 728
615 728 615 741 618 741 618 339 258 339 258 339 258 339 258 339 258 612 516 273 258 619 534 534 524 258 524 258
524 258 524 268 524 258 760 618 760 618 760 618 688 760 618 781 605 781 605 781 605 928 946 622 413 622 413 622
413 549 479 549 479 549 479 549 479 556 361 556 361 556 361 731 618 731 618 731 618 731 618 731 618 731 618 930
786 566 510 566 572 470 572 470 572 470 326
"""

_BOLD = """
260 286 472 646 572 901 750 266 339 339 545 572 285 322 285 413 572 572 572 572 572 572 572 572 572 572 285 285
572 572 572 477 897 690 672 637 740 560 549 724 765 389 331 664 565 943 813 796 628 796 660 551 579 756 650 967
667 624 579 331 413 331 572 411 362 604 633 514 633 591 387 633 657 305 305 620 305 982 657 619 633 633 454 497
434 657 569 856 578 569 488 394 551 394 572 260 286 572 572 572 572 551 486 607 832 383 615 572 322 832 500 428
572 379 379 362 660 655 285 205 379 388 615 830 874 845 477 690 690 690 690 690 690 952 637 560 560 560 560 389
389 389 389 740 813 796 796 796 796 796 572 796 756 756 756 756 624 628 711 604 604 604 604 604 604 917 514 591
591 591 591 305 305 305 305 619 657 619 619 619 619 619 572 619 657 657 657 657 569 633 569 690 604 690 604 690
604 637 514 637 514 637 514 637 514 740 633 740 649 560 591 560 591 560 591 560 591 560 591 724 633 724 633 724
633 724 633 765 657 765 657 389 305 389 305 389 305 389 305 389 305 720 610 331 305 664 620 620 565 305 565 305
565 305 565 362 565 305 813 657 813 657 813 657 770 813 657 796 619 796 619 796 619 973 978 660 454 660 454 660
454 551 497 551 497 551 497 551 497 579 434 579 434 579 434 756 657 756 657 756 657 756 657 756 657 756 657 967
856 624 569 624 579 488 579 488 579 488 383
"""

_PUNCTUATION = {"–": 500, "—": 1000, "‘": 200, "’": 217, "“": 445, "”": 445, "„": 513, "…": 855, "€": 572}
_CHARACTERS = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180))]
_WIDTHS = tuple(
    {**dict(zip(_CHARACTERS, map(int, table.split()), strict=True)), **_PUNCTUATION} for table in (_REGULAR, _BOLD)
)


def width(text: str, points: float, *, bold: bool = False) -> float:
    """Return the width of `text` in millimetres; characters of other alphabets are taken on the wide side."""
    widths = _WIDTHS[bold]
    return sum(widths.get(character) or _guess(character) for character in text) * points * POINT_MM / 1000


def shortened(text: str, room_mm: float, points: float, *, bold: bool = False) -> str:
    """Return `text`, or as much of it as fits into `room_mm` with an ellipsis; nothing if not even that fits."""
    if width(text, points, bold=bold) <= room_mm:
        return text
    widths = _WIDTHS[bold]
    ends = accumulate((widths.get(character) or _guess(character) for character in text), initial=widths["…"])
    fitting = sum(1 for _ in takewhile(lambda end: end * points * POINT_MM / 1000 <= room_mm, ends))
    return text[: fitting - 1].rstrip(" ,;:-") + "…" if fitting > 1 else ""


def lines(text: str, room_mm: float, points: float, *, bold: bool = False) -> int:
    """Return how many lines `text` takes in a column of `room_mm`; words longer than a line are broken."""
    count, filled = 1, 0.0
    space = width(" ", points, bold=bold)
    for word in text.split():
        length = width(word, points, bold=bold)
        if filled and filled + space + length <= room_mm:
            filled += space + length
            continue
        count += (filled > 0) + int(length // room_mm)
        filled = length % room_mm
    return count


def _guess(character: str) -> int:
    if combining(character):
        return 0
    return _WIDE if east_asian_width(character) in "WF" else _OTHER
