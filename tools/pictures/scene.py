"""Render one picture: blender -b -noaudio --python scene.py -- NAME OUT.png SAMPLES [PERCENT]"""
import pathlib
import sys

import bpy

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import guides  # noqa: E402
import names  # noqa: E402
import shots  # noqa: E402
import studio  # noqa: E402


def main(name, out, samples, percent='100'):
    width, height = names.size(name)
    studio.set_up(width, height, int(samples))
    shots.SHOTS[name]()
    scene = bpy.context.scene
    scene.render.resolution_percentage = int(percent)
    scene.render.filepath = out
    guides.write(scene, out)
    bpy.ops.render.render(write_still=True)


main(*sys.argv[sys.argv.index('--') + 1:])
