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
          sheen=0.5):
    """A pooled glaze. `speck`: iron spots; `edge`: thin glaze on rims; `foot`: (height, bare clay)."""
    r = Recipe(name)
    where = r.place(seed)
    colour = r.ramp(r.noise(where, 2.6, 9), [(0.33, dark), (0.69, light)])
    if crackle:
        colour = r.mix(_crackle(r, where, crackle), colour, tuple(c * 0.45 for c in dark))
    if speck:
        colour = _speckle(r, where, colour, speck)
    if edge:
        colour = _thin_on_edges(r, where, colour, edge)
    roughness, clear = rough, coat
    if foot:
        colour, roughness, clear = _bare_foot(r, where, colour, foot, rough, coat)
    return r.finish(Base_Color=colour, Roughness=roughness, Clearcoat=clear, Clearcoat_Roughness=0.12,
                    Specular=sheen, Normal=_skin(r, where, rings))


def _crackle(r, where, strength):
    wavy = r.node('VectorMath', 'MULTIPLY_ADD', i0=r.node('TexNoise', Vector=where, Scale=5.0).outputs['Color'],
                  i1=(0.16, 0.16, 0.16), i2=where).outputs[0]
    cells = r.node('TexVoronoi', Vector=wavy, Scale=5.5)
    cells.feature = 'DISTANCE_TO_EDGE'
    near = r.fade(cells.outputs['Distance'], 0.05, 0.0)
    patchy = r.fade(r.noise(where, 1.7), 0.4, 0.62)
    return r.math('MULTIPLY', r.math('MULTIPLY', near, patchy), strength)


def _speckle(r, where, colour, speck):
    for scale, cut, strength in ((46, 0.70, 0.85), (110, 0.69, 0.55)):
        spots = r.fade(r.noise(where, scale, 1), cut, cut + 0.03)
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
    r = Recipe('oak')
    years = r.math('SINE', r.math('MULTIPLY', r.noise(r.place(2, (0.11, 1.4, 1.4)), 1.0, 2), 70.0))
    fibre = r.noise(r.place(3, (1.6, 42, 42)), 1.0, 4)
    blend = r.math('MULTIPLY_ADD', years, 0.13, r.math('MULTIPLY_ADD', fibre, 0.75, 0.12))
    grain = r.ramp(blend, [(0.25, (0.235, 0.115, 0.042)), (0.5, (0.345, 0.185, 0.075)), (0.8, (0.43, 0.25, 0.112))])
    pores = r.fade(r.noise(r.place(5, (3.0, 90, 90)), 1.0, 2), 0.58, 0.68)
    tone = r.mix(r.math('MULTIPLY', pores, 0.5), grain, (0.11, 0.048, 0.018))
    return r.finish(Base_Color=tone, Roughness=0.44, Specular=0.35, Normal=r.bump(pores, -0.25, 0.01))


def paper():
    r = Recipe('paper')
    return r.finish(Base_Color=(0.86, 0.80, 0.70), Roughness=0.95, Specular=0.1)
