"""Turned and drawn shapes: smooth profiles, surfaces of revolution, tapered tubes."""
import math
from dataclasses import dataclass
from typing import Callable

import bpy

SEGMENTS = 288
STEPS = 9


def catmull_rom(points, steps=STEPS, before=None, after=None):
    """A smooth line through every point (centripetal, so it does not loop at tight rims)."""
    first = before or extend(points[1], points[0])
    last = after or extend(points[-2], points[-1])
    chain = [first, *points, last]
    line = []
    for i in range(1, len(chain) - 2):
        line += [_between(*chain[i - 1:i + 3], k / steps) for k in range(steps)]
    return line + [points[-1]]


def extend(a, b):
    return tuple(2 * q - p for p, q in zip(a, b))


def _between(p0, p1, p2, p3, u):
    knots = [0.0]
    for a, b in ((p0, p1), (p1, p2), (p2, p3)):
        knots.append(knots[-1] + max(math.dist(a, b), 1e-6) ** 0.5)
    t0, t1, t2, t3 = knots
    t = t1 + (t2 - t1) * u
    a1, a2, a3 = _mix(p0, p1, t0, t1, t), _mix(p1, p2, t1, t2, t), _mix(p2, p3, t2, t3, t)
    return _mix(_mix(a1, a2, t0, t2, t), _mix(a2, a3, t1, t3, t), t1, t2, t)


def _mix(a, b, ta, tb, t):
    w = (t - ta) / (tb - ta)
    return tuple(x + (y - x) * w for x, y in zip(a, b))


def as_thrown(x, y, z):
    return x, y, z


@dataclass
class Surface:
    """A turned pot: profile from the centre of the foot, over the rim, to the centre inside."""
    profile: list
    deform: Callable = as_thrown

    def __post_init__(self):
        ends = [(-p[0], p[1]) for p in (self.profile[1], self.profile[-2])]
        line = catmull_rom(self.profile, before=ends[0], after=ends[1])
        self.line = [(max(r, 0.0), z) for r, z in line]
        self.rim = max(range(len(self.line)), key=lambda i: self.line[i][1])
        self.along = [0.0]
        for a, b in zip(self.line, self.line[1:]):
            self.along.append(self.along[-1] + math.dist(a, b))

    def point(self, angle, r, z):
        return self.deform(r * math.cos(angle), r * math.sin(angle), z)

    def on_wall(self, angle, depth, inside):
        """The point `depth` of wall length away from the rim, outside or inside."""
        r, z = self.wall(depth, inside)
        return self.point(angle, r, z)

    def wall(self, depth, inside):
        target = self.along[self.rim] + (depth if inside else -depth)
        target = min(max(target, 0.0), self.along[-1])
        i = next(k for k in range(1, len(self.along)) if self.along[k] >= target)
        span = self.along[i] - self.along[i - 1] or 1.0
        w = (target - self.along[i - 1]) / span
        a, b = self.line[i - 1], self.line[i]
        return a[0] + (b[0] - a[0]) * w, a[1] + (b[1] - a[1]) * w


def lathe(name, surface, material, segments=SEGMENTS):
    rings = surface.line
    turn = [2 * math.pi * k / segments for k in range(segments)]
    verts = [surface.point(a, r, z) for r, z in rings for a in turn]
    return _grid_object(name, verts, len(rings), segments, material)


def tube(name, path, radii, material, flatten=1.0, hollow=False, sides=40):
    """A tapered tube along a path in the x-z plane; `flatten` thins it within that plane."""
    line = catmull_rom([(x, z, r) for (x, z), r in zip(path, radii)], steps=14)
    rings = [(*place, _normal(line, i)) for i, place in enumerate(line)]
    rings = [_narrowed(rings[0], 0)] + rings + (_mouth(rings) if hollow else [_narrowed(rings[-1], 0)])
    verts = [point for ring in rings for point in _around(ring, flatten, sides)]
    return _grid_object(name, verts, len(rings), sides, material)


def _mouth(rings):
    """Turn the open end over its lip and back into the tube."""
    turns = ((0, 0.93), (1, 0.8), (3, 0.72), (8, 0.68), (14, 0.6))
    return [_narrowed(rings[-1 - back], share) for back, share in turns]


def _narrowed(ring, share):
    x, z, r, normal = ring
    return x, z, r * share, normal


def _around(ring, flatten, sides):
    x, z, r, (nx, nz) = ring
    for k in range(sides):
        a = 2 * math.pi * k / sides
        out = r * flatten * math.cos(a)
        yield x + nx * out, r * math.sin(a), z + nz * out


def _normal(line, i):
    a, b = line[max(i - 1, 0)], line[min(i + 1, len(line) - 1)]
    dx, dz = b[0] - a[0], b[1] - a[1]
    size = math.hypot(dx, dz) or 1.0
    return -dz / size, dx / size


def _grid_object(name, verts, rows, cols, material):
    faces = [(i * cols + k, i * cols + (k + 1) % cols, (i + 1) * cols + (k + 1) % cols, (i + 1) * cols + k)
             for i in range(rows - 1) for k in range(cols)]
    return _mesh_object(name, verts, faces, material)


def carved(name, parts, fine=.012):
    """Parts that were turned and drawn apart become one body, their joints worked smooth."""
    body = parts[0]
    for part in parts[1:]:
        join = body.modifiers.new(part.name, 'BOOLEAN')
        join.operation, join.object = 'UNION', part
        part.parent, part.hide_render = body, True
    body.name = name
    body.modifiers.new('carve', 'REMESH').voxel_size = fine
    smooth = body.modifiers.new('sand', 'SMOOTH')
    smooth.iterations = 6
    return body


def _mesh_object(name, verts, faces, material):
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(verts, [], faces)
    mesh.validate()
    mesh.polygons.foreach_set('use_smooth', [True] * len(mesh.polygons))
    mesh.materials.append(material)
    thing = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(thing)
    return thing
