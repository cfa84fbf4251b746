"""What stands in each picture and from where it is seen, in order of importance."""
import goods
from goods import set_down
from studio import look

PORTRAIT = (800, 1000)
HERO = (1400, 1120)


def alone(make, middle, tall, elevation, turn=0.0):
    def shot():
        set_down(make(), turn=turn)
        look((0, 0, middle), tall, elevation)
    return shot


def close(make, target, tall, elevation, turn=0.0, fstop=2.8):
    def shot():
        set_down(make(), turn=turn)
        look(target, tall, elevation, fstop)
    return shot


def hero():
    set_down(goods.celadon_bowl_mended(), .12, 0, 0, 1.12)
    set_down(goods.ink_bottle_vase(), -1.12, 1.6, 40, .88)
    set_down(goods.clay_cup(), 1.3, 1.15, 10, .68)
    look((.02, .2, .66), 3.9, 17, fstop=4)


def cups_together():
    set_down(goods.clay_cup(), -.36, .28, 20)
    set_down(goods.clay_cup(), .46, -.32, 130, .96)
    look((.05, 0, .42), 2.85, 34, fstop=4)


def tray_laid():
    set_down(goods.oak_tray(), turn=28)
    set_down(goods.clay_cup(), -.34, .30, 0, .62, z=.06)
    set_down(goods.persimmon_spoon_rest(), .36, -.34, 35, .55, z=.06)
    look((0, 0, .08), 3.3, 47, fstop=5.6)


def bowls_together():
    set_down(goods.celadon_bowl(), -.05, -.2, 30)
    set_down(goods.snow_tea_bowl(), .62, 1.25, 80, .85)
    look((.06, .1, .46), 3.25, 24, fstop=3.2)


def teapot_and_cup():
    set_down(goods.ash_teapot(), -.1, .45, -38)
    set_down(goods.clay_cup(), .62, -.72, 50, .5)
    look((.08, .1, .45), 3.2, 36, fstop=4)


def plates_stacked():
    for floor, (shift, turn) in enumerate(((0, 0), (.012, 100), (-.008, 215))):
        set_down(goods.ink_plate(), shift, shift, turn, z=.1 * floor)
    look((0, 0, .2), 3.5, 21, fstop=4)


def bottle_in_company():
    set_down(goods.ink_bottle_vase(), -.28, 0, 10)
    set_down(goods.clay_cup(), .56, -.34, 200, .58)
    look((.1, 0, .93), 2.95, 9, fstop=4)


SHOTS = {
    'moon-vase-mended-1': alone(goods.moon_vase_mended, .88, 2.75, 11),
    'celadon-bowl-mended-1': alone(goods.celadon_bowl_mended, .44, 3.15, 24),
    'clay-cup-1': alone(goods.clay_cup, .52, 2.3, 20),
    'red-clay-jar-1': alone(goods.red_clay_jar, .72, 2.9, 15),
    'ink-plate-1': alone(goods.ink_plate, .1, 3.7, 32),
    'celadon-bowl-1': alone(goods.celadon_bowl, .46, 3.15, 13),
    'snow-tea-bowl-1': alone(goods.snow_tea_bowl, .47, 2.65, 17),
    'ash-teapot-1': alone(goods.ash_teapot, .56, 3.4, 14, turn=-14),
    'sky-pitcher-1': alone(goods.sky_pitcher, .78, 2.75, 12, turn=-20),
    'oak-tray-1': alone(goods.oak_tray, .06, 3.7, 40, turn=18),
    'ink-bottle-vase-1': alone(goods.ink_bottle_vase, .98, 2.95, 7),
    'persimmon-spoon-rest-1': alone(goods.persimmon_spoon_rest, .1, 2.75, 36, turn=205),
    'hero': hero,
    'moon-vase-mended-2': close(goods.moon_vase_mended, (.06, -.5, .86), 1.25, 8, turn=12),
    'celadon-bowl-mended-2': close(goods.celadon_bowl_mended, (0, 0, .56), 3.0, 62, turn=-35, fstop=5.6),
    'clay-cup-2': cups_together,
    'red-clay-jar-2': close(goods.red_clay_jar, (.0, -.1, 1.1), 1.95, 38, turn=50),
    'ink-plate-2': plates_stacked,
    'celadon-bowl-2': bowls_together,
    'snow-tea-bowl-2': close(goods.snow_tea_bowl, (0, -.05, .44), 2.45, 52, turn=110),
    'ash-teapot-2': teapot_and_cup,
    'sky-pitcher-2': close(goods.sky_pitcher, (.0, 0, 1.3), 1.75, 30, turn=-48),
    'oak-tray-2': tray_laid,
    'ink-bottle-vase-2': bottle_in_company,
    'persimmon-spoon-rest-2': close(goods.persimmon_spoon_rest, (0, 0, .1), 2.3, 66, turn=-50, fstop=5.6),
}


def size(name):
    return HERO if name == 'hero' else PORTRAIT
