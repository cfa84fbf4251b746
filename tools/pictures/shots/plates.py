import math

from goods import plates, props
from goods.making import set_down
from shots.views import alone, close
from studio import look


def ink_plates_stacked():
    for floor, (shift, turn) in enumerate(((0, 0), (.012, 100), (-.008, 215))):
        set_down(plates.ink_plate(), shift, shift, turn, z=.1 * floor)
    look((0, 0, .2), 3.5, 21, fstop=4)


def leaf_with_tangerine():
    set_down(plates.moss_leaf_plate(), turn=32)
    set_down(props.tangerine(4), -.10, -.06, 40, .66, .06, 6)
    look((.03, 0, .14), 3.1, 38, 4, 'late')


def footed_plate_laid():
    set_down(plates.white_footed_plate(), turn=20)
    for seed, (x, y, turn, tip) in enumerate(((-.36, .14, 30, 10), (.34, .20, 140, -8), (.06, -.34, 250, 6))):
        set_down(props.tangerine(seed + 5), x, y, turn, .78, .455, tip)
    look((0, 0, .48), 3.3, 24, 4, 'day')


def dessert_plates_stacked():
    for floor, colour in enumerate(('moss', 'persimmon', 'sky', 'white', 'celadon')):
        set_down(plates.dessert_plate(colour, 67 + floor), .01 * (floor % 2), -.008 * floor, 37 * floor, z=.082 * floor)
    look((0, 0, .24), 2.3, 21)


def dessert_plates_laid():
    for k, colour in enumerate(('celadon', 'white', 'sky', 'persimmon', 'moss')):
        angle = math.radians(90 + 72 * k)
        set_down(plates.dessert_plate(colour, 67 + k), 1.16 * math.cos(angle), 1.22 * math.sin(angle) - .05, 41 * k)
    look((0, -.06, .05), 4.8, 72, 8, 'soft')


SHOTS = {
    'ink-plate-1': alone(plates.ink_plate, .1, 3.7, 32),
    'ink-plate-2': ink_plates_stacked,
    'sky-oval-plate-1': alone(plates.sky_oval_plate, .12, 3.9, 30, turn=-18),
    'sky-oval-plate-2': close(plates.sky_oval_plate, (.55, -.25, .18), 1.9, 34, turn=-30, fstop=3.2, light='late'),
    'moss-leaf-plate-1': alone(plates.moss_leaf_plate, .10, 3.2, 34, turn=24),
    'moss-leaf-plate-2': leaf_with_tangerine,
    'white-footed-plate-1': alone(plates.white_footed_plate, .28, 3.3, 11),
    'white-footed-plate-2': footed_plate_laid,
    'dessert-plates-1': dessert_plates_stacked,
    'dessert-plates-2': dessert_plates_laid,
    'brushed-plate-mended-1': alone(plates.brushed_plate_mended, .1, 3.7, 38),
    'brushed-plate-mended-2': close(plates.brushed_plate_mended, (-.1, -.05, .12), 2.2, 62, 30, 5.6, 'late'),
    'brushed-plate-mended-3': close(plates.brushed_plate_mended, (-.3, -.7, .16), 1.3, 24, turn=20, light='day'),
}
