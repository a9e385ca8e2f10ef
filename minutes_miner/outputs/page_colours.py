"""The colours of a drawn page: the set by Okabe and Ito, which people who see few colours can tell apart."""

from __future__ import annotations

Colour = tuple[int, int, int]

COLOURS: dict[str, Colour] = {
    "people": (0, 114, 178),
    "offices": (86, 180, 233),
    "institutions": (0, 158, 115),
    "places": (240, 228, 66),
    "dates": (204, 121, 167),
    "money": (230, 159, 0),
    "statements": (90, 90, 90),
    "items": (213, 94, 0),
}
PAPER, INK, FAINT = (255, 255, 255), (25, 25, 25), (185, 185, 185)


def readable_on(colour: Colour) -> Colour:
    """The colour of letters on `colour`: ink, or paper where it is dark."""
    red, green, blue = colour
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 120 else PAPER


def darker(colour: Colour) -> Colour:
    """The same colour in a shade that shows as a thin line."""
    red, green, blue = colour
    return red * 3 // 4, green * 3 // 4, blue * 3 // 4
