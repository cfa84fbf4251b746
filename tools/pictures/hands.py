"""What hands do to a turned shape: each answers where a point of it goes."""
import math


def by_hand(amount, phase=0.0):
    """The small unevenness of a thing thrown by hand."""
    def deform(x, y, z):
        a = math.atan2(y, x)
        grow = 1 + amount * (0.55 * math.sin(2 * a + phase) + 0.3 * math.sin(3 * a + 2.1 * phase + 1) +
                             0.25 * math.sin(5 * z + a + phase))
        lift = 1 + amount * 0.8 * math.sin(2 * a + 1.3 + phase) * min(1.0, math.hypot(x, y) * 2)
        return x * grow, y * grow, z * lift
    return deform


def then(*steps):
    def deform(x, y, z):
        for step in steps:
            x, y, z = step(x, y, z)
        return x, y, z
    return deform


def pulled_lip(start, top, reach, width, lift=0.0, back=False):
    """Pull the rim outward towards +x (or -x), as fingers do for a pouring lip."""
    def deform(x, y, z):
        near = math.exp(-(math.atan2(y, -x if back else x) / width) ** 2) * ease(z, start, top)
        size = math.hypot(x, y) or 1.0
        return x + x / size * reach * near, y * (1 - 0.1 * near), z + lift * near
    return deform


def facets(count, depth, low, high):
    """Cut flat faces into a wall between two heights."""
    part = 2 * math.pi / count

    def deform(x, y, z):
        off = math.atan2(y, x) % part - part / 2
        cut = depth * (1 - math.cos(part / 2) / math.cos(off))
        size = 1 - cut * ease(z, low, low + .07) * (1 - ease(z, high, high + .05))
        return x * size, y * size, z
    return deform


def petals(count, depth, inner, outer):
    """Press notches into a rim, so that it opens like a flower."""
    def deform(x, y, z):
        notch = 1 - abs(math.sin(math.atan2(y, x) * count / 2)) ** .6
        size = 1 - depth * notch * ease(math.hypot(x, y), inner, outer)
        return x * size, y * size, z
    return deform


def saddle(rise):
    return lambda x, y, z: (x, y, z + rise * x * x)


def ease(value, low, high):
    """0 below, 1 above, smooth between."""
    t = min(max((value - low) / (high - low), 0.0), 1.0)
    return t * t * (3 - 2 * t)


def oval(along, across):
    return lambda x, y, z: (x * along, y * across, z)
