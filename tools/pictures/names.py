"""The pictures of the shop by name, in the order in which they are rendered, and their sizes."""
PIECES = {
    'moon-vase-mended': 3, 'celadon-bowl-mended': 3, 'tenmoku-cup-mended': 3, 'ink-jar-mended': 2,
    'brushed-plate-mended': 3, 'lidded-box-mended': 2,
    'celadon-bowl': 2, 'snow-tea-bowl': 2, 'rice-bowl': 2, 'noodle-bowl': 3, 'footed-bowl': 2,
    'clay-cup': 3, 'faceted-cup': 2, 'indigo-tumbler': 2, 'soju-set': 2, 'espresso-cup': 2,
    'ink-bottle-vase': 2, 'moss-bud-vase': 2, 'gourd-vase': 2, 'tall-speckled-vase': 2, 'moon-jar': 2,
    'red-clay-jar': 2, 'ash-teapot': 2, 'sky-pitcher': 2, 'onggi-jar': 3, 'sugar-jar': 2, 'kyusu': 3,
    'ink-plate': 2, 'sky-oval-plate': 2, 'moss-leaf-plate': 2, 'white-footed-plate': 2, 'dessert-plates': 2,
    'oak-tray': 2, 'persimmon-spoon-rest': 2, 'walnut-ladle': 2, 'incense-holder': 2, 'candle-stand': 2,
    'chopstick-rests': 2,
}
WIDE = {'hero': (1400, 1120), 'story': (1400, 900)}
PORTRAIT = (800, 1000)

NAMES = [*WIDE, *(f'{slug}-{place}' for place in (1, 2, 3) for slug, count in PIECES.items() if place <= count)]


def size(name):
    return WIDE.get(name, PORTRAIT)


def files(name):
    """Each file that the shop serves of a picture, with its size."""
    width, height = size(name)
    smaller = (700, 400) if name in WIDE else (400,)
    return {f'{name}.webp': (width, height), **{f'{name}-{w}.webp': (w, height * w // width) for w in smaller}}
