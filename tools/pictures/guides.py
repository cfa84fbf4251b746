"""Pictures beside the picture that steer the cleaning of grain."""
import os


def write(scene, out):
    """Write what is free of grain (surface directions, bare colour) beside the picture."""
    layer = scene.view_layers[0]
    layer.use_pass_normal = layer.use_pass_diffuse_color = True
    scene.use_nodes = True
    tree = scene.node_tree
    layers = tree.nodes['Render Layers']
    _file(tree, f'{out}.normal.', _above_zero(tree, layers.outputs['Normal']))
    _file(tree, f'{out}.colour.', layers.outputs['DiffCol'])


def _above_zero(tree, socket):
    """From -1..1 to 0..1, so that a PNG can hold it."""
    half = tree.nodes.new('CompositorNodeMixRGB')
    half.inputs[0].default_value = 0.5
    half.inputs[2].default_value = (1, 1, 1, 1)
    tree.links.new(socket, half.inputs[1])
    return half.outputs[0]


def _file(tree, path, socket):
    node = tree.nodes.new('CompositorNodeOutputFile')
    node.base_path, node.file_slots[0].path = os.path.split(path)
    form = node.format
    form.file_format, form.color_mode, form.color_depth = 'PNG', 'RGB', '16'
    form.color_management, form.view_settings.view_transform = 'OVERRIDE', 'Raw'
    tree.links.new(socket, node.inputs[0])
