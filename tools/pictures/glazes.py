"""Materials: glazes, raw clay, oak, gold and the paper ground."""
import bpy


class Recipe:
    """A thin wrapper over one material's node tree."""

    def __init__(self, name):
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.surface = self.tree.nodes['Principled BSDF']

    def node(self, kind, operation=None, **inputs):
        made = self.tree.nodes.new(f'ShaderNode{kind}')
        if operation:
            made.operation = operation
        for key, value in inputs.items():
            self.put(made, key.replace('_', ' '), value)
        return made

    def put(self, node, key, value):
        socket = node.inputs[int(key[1:])] if key[0] == 'i' and key[1:].isdigit() else node.inputs[key]
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        elif isinstance(value, tuple) and socket.type == 'RGBA':
            socket.default_value = (*value, 1)
        else:
            socket.default_value = value

    def math(self, operation, a, b=0.0, c=0.0):
        return self.node('Math', operation, i0=a, i1=b, i2=c).outputs[0]

    def mix(self, amount, a, b):
        return self.node('MixRGB', Fac=amount, Color1=a, Color2=b).outputs[0]

    def place(self, seed, scale=(1, 1, 1)):
        here = self.node('TexCoord').outputs['Object']
        shift = (seed * 3.1, seed * 1.7, seed * 1.0)
        return self.node('Mapping', Vector=here, Location=shift, Scale=scale).outputs[0]

    def noise(self, where, scale, detail=2.0):
        return self.node('TexNoise', Vector=where, Scale=scale, Detail=detail).outputs['Fac']

    def ramp(self, value, stops):
        ramp = self.node('ValToRGB', Fac=value)
        elements = ramp.color_ramp.elements
        for element, (at, colour) in zip(elements, (stops[0], stops[-1])):
            element.position, element.color = at, (*colour, 1)
        for at, colour in stops[1:-1]:
            elements.new(at).color = (*colour, 1)
        return ramp.outputs['Color']

    def fade(self, value, low, high):
        made = self.node('MapRange', Value=value, From_Min=low, From_Max=high)
        return made.outputs['Result']

    def height(self):
        here = self.node('TexCoord').outputs['Object']
        return self.node('SeparateXYZ', Vector=here).outputs['Z']

    def bump(self, height, strength, distance, below=None):
        made = self.node('Bump', Height=height, Strength=strength, Distance=distance)
        if below is not None:
            self.put(made, 'Normal', below)
        return made.outputs[0]

    def finish(self, **inputs):
        for key, value in inputs.items():
            self.put(self.surface, key.replace('_', ' '), value)
        return self.material


def glaze(name, dark, light, seed, rough=0.3, coat=0.35, speck=None, edge=None, foot=None, crackle=0.0, rings=0.0,
          sheen=0.5, run=None, slip=None, veins=0.0, wiped=None, spots=1.0):
    """A pooled glaze. `speck`: iron spots, `spots` times as large; `edge`: thin glaze on rims; `foot`: (height, bare
    clay); `run`: (height, how far below, colour) of glaze that ran down from the rim; `slip`: (lowest height, colour)
    of slip laid on with a coarse brush; `veins`: a leaf's; `wiped`: (height, colour) of a line wiped by a finger."""
    r = Recipe(name)
    where = r.place(seed)
    colour = r.ramp(r.noise(where, 2.6, 9), [(0.33, dark), (0.69, light)])
    skin = _skin(r, where, rings)
    if run:
        colour = _run_down(r, where, colour, run)
    if wiped:
        colour = _wiped_line(r, where, colour, wiped)
    if slip:
        colour, skin = _brushed(r, where, colour, skin, slip)
    if veins:
        colour, skin = _leaf(r, where, colour, skin, dark, veins)
    if crackle:
        colour = r.mix(_crackle(r, where, crackle), colour, tuple(c * 0.45 for c in dark))
    if speck:
        colour = _speckle(r, where, colour, speck, spots)
    if edge:
        colour = _thin_on_edges(r, where, colour, edge)
    roughness, clear = rough, coat
    if foot:
        colour, roughness, clear = _bare_foot(r, where, colour, foot, rough, coat)
    return r.finish(Base_Color=colour, Roughness=roughness, Clearcoat=clear, Clearcoat_Roughness=0.12,
                    Specular=sheen, Normal=skin)


def _crackle(r, where, strength):
    wavy = r.node('VectorMath', 'MULTIPLY_ADD', i0=r.node('TexNoise', Vector=where, Scale=5.0).outputs['Color'],
                  i1=(0.16, 0.16, 0.16), i2=where).outputs[0]
    cells = r.node('TexVoronoi', Vector=wavy, Scale=5.5)
    cells.feature = 'DISTANCE_TO_EDGE'
    near = r.fade(cells.outputs['Distance'], 0.05, 0.0)
    patchy = r.fade(r.noise(where, 1.7), 0.4, 0.62)
    return r.math('MULTIPLY', r.math('MULTIPLY', near, patchy), strength)


def _speckle(r, where, colour, speck, large):
    for scale, cut, strength in ((46, 0.70, 0.85), (110, 0.69, 0.55)):
        spots = r.fade(r.noise(where, scale / large, 1), cut, cut + 0.03)
        colour = r.mix(r.math('MULTIPLY', spots, strength), colour, speck)
    return colour


def _thin_on_edges(r, where, colour, edge):
    sharp = r.node('NewGeometry').outputs['Pointiness']
    uneven = r.math('MULTIPLY_ADD', r.noise(where, 9, 3), 0.06, r.math('SUBTRACT', sharp, 0.03))
    here = r.node('VectorMath', 'MULTIPLY', i0=r.node('TexCoord').outputs['Object'], i1=(1, 1, 0)).outputs[0]
    off_axis = r.fade(r.node('VectorMath', 'LENGTH', i0=here).outputs['Value'], 0.10, 0.16)
    return r.mix(r.math('MULTIPLY', r.fade(uneven, 0.54, 0.64), r.math('MULTIPLY', off_axis, 0.8)), colour, edge)


def _bare_foot(r, where, colour, foot, rough, coat):
    line, clay = foot
    level = r.math('MULTIPLY_ADD', r.noise(where, 2.2, 2), 0.05, r.height())
    bare = r.fade(level, line + 0.034, line + 0.028)
    grain = r.ramp(r.noise(where, 60, 3), [(0.35, tuple(c * 0.8 for c in clay)), (0.65, clay)])
    return (r.mix(bare, colour, grain), r.math('MULTIPLY_ADD', bare, 0.8 - rough, rough),
            r.math('MULTIPLY_ADD', bare, -coat, coat))


def _run_down(r, where, colour, run):
    top, reach, thin = run
    around = r.node('VectorMath', 'MULTIPLY', i0=_outward(r), i1=(13, 13, 13)).outputs[0]
    falling = r.node('VectorMath', 'MULTIPLY_ADD', i0=where, i1=(.25, .25, .5), i2=around).outputs[0]
    streaks = r.math('SUBTRACT', r.noise(falling, 1.6, 5), 0.5)
    level = r.math('MULTIPLY_ADD', streaks, reach * 1.5, r.height())
    return r.mix(r.fade(level, top - reach, top), colour, thin)


def _brushed(r, where, colour, skin, slip):
    lowest, white = slip
    here = r.node('TexCoord').outputs['Object']
    flat = r.node('VectorMath', 'MULTIPLY', i0=here, i1=(1, 1, 0)).outputs[0]
    out = r.node('VectorMath', 'LENGTH', i0=flat).outputs['Value']
    along = r.math('MULTIPLY_ADD', out, 11.0, r.math('MULTIPLY', r.height(), 17.0))
    stroke = r.node('VectorMath', 'MULTIPLY_ADD', i0=where, i1=(0.9, 0.9, 0.0),
                    i2=r.node('CombineXYZ', Z=along).outputs[0]).outputs[0]
    laden = r.math('MULTIPLY_ADD', r.noise(where, 1.1, 2), 0.55, r.noise(stroke, 1.5, 8))
    hairs = r.fade(laden, 0.66, 0.80)
    ends = r.math('MULTIPLY_ADD', r.math('SUBTRACT', r.noise(where, 3.0, 3), 0.5), 0.3, r.height())
    cover = r.math('MULTIPLY', hairs, r.fade(ends, lowest, lowest + 0.05))
    return r.mix(r.math('MULTIPLY', cover, 0.93), colour, white), r.bump(cover, 0.35, 0.012, skin)


def _leaf(r, where, colour, skin, dark, veins):
    here = r.node('SeparateXYZ', Vector=r.node('TexCoord').outputs['Object'])
    aside = r.math('ABSOLUTE', here.outputs['Y'])
    wavy = r.math('MULTIPLY_ADD', r.noise(where, 2.5), 0.10, r.math('MULTIPLY_ADD', aside, -0.95, here.outputs['X']))
    side = r.math('ABSOLUTE', r.math('SUBTRACT', r.math('FRACT', r.math('MULTIPLY', wavy, 4.6)), 0.5))
    lines = r.math('MAXIMUM', r.fade(side, 0.10, 0.0), r.fade(aside, 0.034, 0.0))
    pooled = r.mix(r.math('MULTIPLY', lines, 0.75), colour, tuple(c * 0.5 for c in dark))
    return pooled, r.bump(lines, -veins, 0.03, skin)


def _wiped_line(r, where, colour, wiped):
    level, clay = wiped
    around = r.node('SeparateXYZ', Vector=r.node('TexCoord').outputs['Object'])
    angle = r.math('ARCTAN2', around.outputs['Y'], around.outputs['X'])
    swing = r.math('MULTIPLY', r.math('SINE', r.math('MULTIPLY', angle, 9.0)), 0.055)
    uneven = r.math('MULTIPLY_ADD', r.noise(where, 2.2, 2), 0.07, swing)
    away = r.math('ABSOLUTE', r.math('SUBTRACT', r.math('SUBTRACT', r.height(), uneven), level))
    facing = r.node('VectorMath', 'DOT_PRODUCT', i0=r.node('TexCoord').outputs['Normal'], i1=_outward(r))
    outside = r.fade(facing.outputs['Value'], 0.0, 0.2)
    return r.mix(r.math('MULTIPLY', r.fade(away, 0.034, 0.022), r.math('MULTIPLY', outside, 0.8)), colour, clay)


def _outward(r):
    flat = r.node('VectorMath', 'MULTIPLY', i0=r.node('TexCoord').outputs['Object'], i1=(1, 1, 0)).outputs[0]
    return r.node('VectorMath', 'NORMALIZE', i0=flat).outputs[0]


def _skin(r, where, rings):
    skin = r.bump(r.noise(where, 24, 2), 0.10, 0.02)
    if not rings:
        return skin
    turned = r.node('CombineXYZ', Z=r.math('MULTIPLY_ADD', r.noise(where, 1.2), 0.12, r.height())).outputs[0]
    return r.bump(r.noise(turned, 15, 2), rings, 0.05, skin)


def gold():
    r = Recipe('gold')
    where = r.place(0)
    hue = r.ramp(r.noise(where, 9, 3), [(0.3, (0.70, 0.37, 0.085)), (0.7, (0.88, 0.52, 0.15))])
    return r.finish(Base_Color=hue, Metallic=1.0, Roughness=0.27, Normal=r.bump(r.noise(where, 55), 0.25, 0.01))


def oak():
    return _wood('oak', ((0.235, 0.115, 0.042), (0.345, 0.185, 0.075), (0.43, 0.25, 0.112)), (0.11, 0.048, 0.018))


def walnut():
    return _wood('walnut', ((0.050, 0.024, 0.012), (0.088, 0.043, 0.021), (0.135, 0.070, 0.036)), (0.028, 0.013, 0.007))


def _wood(name, tones, dark):
    r = Recipe(name)
    years = r.math('SINE', r.math('MULTIPLY', r.noise(r.place(2, (0.11, 1.4, 1.4)), 1.0, 2), 70.0))
    fibre = r.noise(r.place(3, (1.6, 42, 42)), 1.0, 4)
    blend = r.math('MULTIPLY_ADD', years, 0.13, r.math('MULTIPLY_ADD', fibre, 0.75, 0.12))
    grain = r.ramp(blend, list(zip((0.25, 0.5, 0.8), tones)))
    pores = r.fade(r.noise(r.place(5, (3.0, 90, 90)), 1.0, 2), 0.58, 0.68)
    tone = r.mix(r.math('MULTIPLY', pores, 0.5), grain, dark)
    return r.finish(Base_Color=tone, Roughness=0.44, Specular=0.35, Normal=r.bump(pores, -0.25, 0.01))


def plain(name, dark, light, rough, grain=6.0, dents=0.0, glow=0.0):
    """What is no glaze: wax, bark, petals, peel, tea. `dents`: a pitted skin; `glow`: light that wanders inside."""
    r = Recipe(name)
    where = r.place(1)
    colour = r.ramp(r.noise(where, grain, 4), [(0.35, dark), (0.65, light)])
    if glow:
        r.finish(Subsurface=glow, Subsurface_Color=light, Subsurface_Radius=(.12, .08, .04))
    return r.finish(Base_Color=colour, Roughness=rough, Normal=r.bump(r.noise(where, 26, 1), dents, 0.02))


def paper():
    r = Recipe('paper')
    return r.finish(Base_Color=(0.86, 0.80, 0.70), Roughness=0.95, Specular=0.1)
