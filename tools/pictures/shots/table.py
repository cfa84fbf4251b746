import math

from glazes import walnut
from goods import cups, jars, props, table
from goods.making import set_down
from shots.views import alone, close
from studio import look

REST_COLOURS = ('white', 'celadon', 'sky', 'persimmon', 'moss')


def tray_laid():
    set_down(table.oak_tray(), turn=28)
    set_down(cups.clay_cup(), -.34, .30, 0, .62, z=.06)
    set_down(table.persimmon_spoon_rest(), .36, -.34, 35, .55, z=.06)
    look((0, 0, .08), 3.3, 47, fstop=5.6)


def ladle_lying():
    set_down(table.walnut_ladle(), -.52, .52, -48)
    look((.06, -.08, .16), 3.1, 42, 5.6, 'late')


def ladle_in_jar():
    set_down(jars.red_clay_jar(), turn=20)
    ladle = set_down(table.walnut_ladle(), .12, -.05, 0, .82, 2.02)
    ladle.rotation_euler = (0, math.radians(98), math.radians(168))
    look((.0, 0, 1.08), 3.4, 12, 5.6, 'soft')


def rests_in_a_row():
    for k, colour in enumerate(REST_COLOURS):
        set_down(table.chopstick_rest(colour, 81 + k), .10 * (k - 2) ** 2 - .16, .80 - .40 * k, 7 * (2 - k))
    look((0, 0, .06), 2.35, 48, 5.6)


def rest_in_use():
    set_down(table.chopstick_rest('celadon', 82), .18, 0, 80)
    props.chopsticks(-.62, .06, 0, .155, walnut())
    set_down(table.chopstick_rest('persimmon', 84), .24, .84, 96)
    look((-.10, .22, .08), 2.15, 36, 3.2, 'late')


def box_opened():
    box = table.lidded_box_mended()
    lid = next(part for part in box.children if part.name.startswith('box lid'))
    set_down(box, -.50, .58, 30)
    lid.parent = None
    set_down(lid, .56, -.54, 18, z=-.372)
    look((.03, 0, .2), 3.7, 42, 5.6, 'soft')


def candle_stands():
    set_down(table.candle_stand(), -.34, .1, -34)
    set_down(table.candle_stand(), .66, 1.12, 20, .94)
    look((.12, .1, .66), 3.15, 14, 2.8, 'late')


SHOTS = {
    'oak-tray-1': alone(table.oak_tray, .06, 3.7, 40, turn=18),
    'oak-tray-2': tray_laid,
    'persimmon-spoon-rest-1': alone(table.persimmon_spoon_rest, .1, 2.75, 36, turn=205),
    'persimmon-spoon-rest-2': close(table.persimmon_spoon_rest, (0, 0, .1), 2.3, 66, turn=-50, fstop=5.6),
    'walnut-ladle-1': ladle_lying,
    'walnut-ladle-2': ladle_in_jar,
    'incense-holder-1': alone(table.incense_holder, .72, 2.5, 15, turn=-25),
    'incense-holder-2': close(table.incense_holder, (.0, -.05, .20), 1.75, 40, turn=200, fstop=3.2, light='late'),
    'candle-stand-1': close(table.candle_stand, (.14, 0, .62), 2.65, 19, turn=-32, fstop=5.6),
    'candle-stand-2': candle_stands,
    'chopstick-rests-1': rests_in_a_row,
    'chopstick-rests-2': rest_in_use,
    'lidded-box-mended-1': alone(table.lidded_box_mended, .30, 2.55, 31, turn=-10),
    'lidded-box-mended-2': box_opened,
}
