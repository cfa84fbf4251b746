"""What Cycles keeps for denoisers, written beside the picture: bare colours and surface directions."""
import os


def write(scene, out):
    layer = scene.view_layers[0]
    layer.cycles.denoising_store_passes = True
    scene.use_nodes = True
    tree = scene.node_tree
    layers = tree.nodes['Render Layers']
    _file(tree, f'{out}.normal.', _above_zero(tree, layers.outputs['Denoising Normal']))
    _file(tree, f'{out}.colour.', layers.outputs['Denoising Albedo'])


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
