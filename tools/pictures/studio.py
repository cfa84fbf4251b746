"""The studio every picture shares: paper sweep, one light from the upper left, a long lens."""
import math

import bpy
from mathutils import Vector

import glazes

LENS = 85.0
SENSOR = 36.0
# The one light, upper left, at four hours: where it stands, how strong, how wide, which colour.
LIGHTS = {
    'day': ((-3.4, -2.2, 3.7), 395, 1.9, (1, .955, .89)),
    'late': ((-4.4, -1.5, 2.5), 430, 1.2, (1, .915, .80)),
    'soft': ((-2.9, -2.7, 4.2), 430, 3.4, (1, .965, .92)),
    'window': ((-3.6, 1.7, 3.2), 400, 2.0, (1, .955, .90)),
}


def set_up(width, height, samples):
    bpy.ops.wm.read_factory_settings(use_empty=True)
    _engine(bpy.context.scene, width, height, samples)
    _sweep()
    _lamp('sky', (.3, 1.2, 5.2), (0, .3, 0), 85, 4.5, (1, .97, .93))
    _air((.96, .93, .89), .30)


def _engine(scene, width, height, samples):
    render, cycles = scene.render, scene.cycles
    render.engine = 'CYCLES'
    render.resolution_x, render.resolution_y = width, height
    render.threads_mode, render.threads = 'FIXED', 2
    render.image_settings.color_mode, render.image_settings.color_depth = 'RGB', '16'
    cycles.samples, cycles.use_denoising = samples, False
    cycles.use_adaptive_sampling, cycles.adaptive_threshold = True, .04
    cycles.adaptive_min_samples = min(samples, 8)
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 4, 3, 2
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect, cycles.blur_glossy = 2.5, 1.0
    scene.view_settings.view_transform, scene.view_settings.look = 'Filmic', 'Medium High Contrast'
    scene.view_settings.exposure = .42


def _sweep():
    profile = [(-14, 0), (2.6, 0)] + [(2.6 + 2.4 * math.sin(a), 2.4 - 2.4 * math.cos(a))
                                      for a in (math.pi / 2 * k / 24 for k in range(1, 25))] + [(5, 12)]
    verts = [(x, y, z) for y, z in profile for x in (-14, 14)]
    faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(len(profile) - 1)]
    mesh = bpy.data.meshes.new('sweep')
    mesh.from_pydata(verts, [], faces)
    mesh.polygons.foreach_set('use_smooth', [True] * len(faces))
    mesh.materials.append(glazes.paper())
    bpy.context.scene.collection.objects.link(bpy.data.objects.new('sweep', mesh))


def _lamp(name, place, target, energy, size, colour):
    lamp = bpy.data.lights.new(name, 'AREA')
    lamp.energy, lamp.size, lamp.color = energy, size, colour
    thing = bpy.data.objects.new(name, lamp)
    _aim(thing, Vector(place), Vector(target))
    bpy.context.scene.collection.objects.link(thing)


def _air(colour, strength):
    world = bpy.data.worlds.new('air')
    world.use_nodes = True
    world.cycles.sampling_method = 'NONE'
    ground = world.node_tree.nodes['Background']
    ground.inputs['Color'].default_value = (*colour, 1)
    ground.inputs['Strength'].default_value = strength
    bpy.context.scene.world = world


def look(target, tall, elevation, fstop=5.6, light='day'):
    """Light the scene and aim the camera; `tall` is the frame's longer side, in scene units, at the target."""
    place, energy, wide, colour = LIGHTS[light]
    _lamp('key', place, (0, 0, .5), energy, wide, colour)
    distance = tall * LENS / SENSOR
    up = math.radians(elevation)
    away = Vector((0, -math.cos(up), math.sin(up)))
    data = bpy.data.cameras.new('camera')
    data.lens = LENS
    data.dof.use_dof, data.dof.focus_distance, data.dof.aperture_fstop = True, distance, fstop
    camera = bpy.data.objects.new('camera', data)
    _aim(camera, Vector(target) + away * distance, Vector(target))
    bpy.context.scene.collection.objects.link(camera)
    bpy.context.scene.camera = camera


def _aim(thing, place, target):
    thing.location = place
    thing.rotation_euler = (target - place).to_track_quat('-Z', 'Y').to_euler()
