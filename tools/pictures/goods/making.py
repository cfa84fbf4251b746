"""What the making of every thing shares: clays, turning, joining parts, setting down."""
import math

import forms
import hands

PALE_CLAY = (.52, .40, .28)
DARK_CLAY = (.20, .12, .075)
RUST_CLAY = (.34, .2, .12)


def turned(name, profile, material, uneven=0.006, phase=0.0, *pulls):
    surface = forms.Surface(profile, hands.then(*pulls, hands.by_hand(uneven, phase)))
    return forms.lathe(name, surface, material), surface


def attach(pot, *parts):
    for part in parts:
        part.parent = pot
    return pot


def set_down(thing, x=0.0, y=0.0, turn=0.0, size=1.0, z=0.0, tip=0.0):
    """Put a thing on the table: `turn` and `tip` (over to its right, before it is turned) in degrees."""
    thing.location = (x, y, z)
    thing.rotation_euler = (0, math.radians(tip), math.radians(turn))
    thing.scale = (size, size, size)
    return thing


def turned_over(thing, x, y, height, turn=0.0):
    """A thing laid on its rim, to show its foot."""
    set_down(thing, x, y, turn, z=height)
    thing.rotation_euler.x = math.pi
    return thing
