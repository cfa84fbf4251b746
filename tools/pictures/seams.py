"""Gold seams: cracks that run over the wall of a pot and are filled with a fine bead of metal."""
import math
import random

import bpy

import glazes


def mend(pot, surface, cracks, seed, width=0.0105, inside=True):
    """Each crack is a list of (degrees, wall length below the rim); a crack from 0 crosses the rim."""
    rng = random.Random(seed)
    gold = glazes.gold()
    for knots in cracks:
        path = _wander([(math.radians(a), d) for a, d in knots], surface, rng)
        for line in _lines(path, surface, inside):
            _bead(pot, line, width, gold, rng)


def _wander(path, surface, rng):
    """Break straight runs the way fired clay breaks: by halving, each half a little off."""
    reach = 0.13
    for _ in range(4):
        broken = [path[0]]
        for a, b in zip(path, path[1:]):
            broken += [_halfway(a, b, reach, surface, rng), b]
        path, reach = broken, reach * 0.82
    return _fine(_soften(path), surface)


def _halfway(a, b, reach, surface, rng):
    r = max(surface.wall((a[1] + b[1]) / 2, False)[0], 0.1)
    flat = (b[0] - a[0]) * r, b[1] - a[1]
    off = rng.uniform(-1, 1) * reach
    return (a[0] + b[0]) / 2 - flat[1] * off / r, max((a[1] + b[1]) / 2 + flat[0] * off, 0.0)


def _soften(path):
    soft = [path[0]]
    for a, b in zip(path, path[1:]):
        soft += [_part(a, b, 0.25), _part(a, b, 0.75)]
    return soft + [path[-1]]


def _fine(path, surface, step=0.008):
    fine = [path[0]]
    for a, b in zip(path, path[1:]):
        r = surface.wall(a[1], False)[0]
        parts = max(1, int(math.hypot((b[0] - a[0]) * r, b[1] - a[1]) / step))
        fine += [_part(a, b, k / parts) for k in range(1, parts + 1)]
    return fine


def _part(a, b, w):
    return a[0] + (b[0] - a[0]) * w, a[1] + (b[1] - a[1]) * w


def _lines(path, surface, inside):
    outer = [surface.on_wall(a, d, False) for a, d in path]
    if not inside:
        return [outer]
    inner = [surface.on_wall(a, d, True) for a, d in path]
    if path[0][1] == 0.0:
        return [outer[::-1] + inner[1:]]
    return [outer, inner]


def _bead(pot, line, width, material, rng):
    curve = bpy.data.curves.new('seam', 'CURVE')
    curve.dimensions, curve.bevel_depth, curve.bevel_resolution = '3D', width, 5
    curve.use_fill_caps = True
    spline = curve.splines.new('POLY')
    spline.points.add(len(line) - 1)
    phase = rng.uniform(0, 6)
    for i, (point, place) in enumerate(zip(spline.points, line)):
        point.co = (*place, 1)
        point.radius = 0.95 + 0.18 * math.sin(i * 0.11 + phase) + 0.12 * math.sin(i * 0.37 + 2 * phase)
    spline.use_smooth = True
    curve.materials.append(material)
    seam = bpy.data.objects.new('seam', curve)
    seam.parent = pot
    bpy.context.scene.collection.objects.link(seam)
