"""What keeps the things company in a picture: tea, a branch, fruit, chopsticks. None of it is for sale."""
import math
import random

import forms
import glazes
import hands
from goods.making import attach, set_down, turned

PEEL = [(0, .02), (.06, .015), (.18, 0), (.32, .07), (.385, .25), (.33, .44), (.18, .555), (.07, .565), (.02, .55),
        (0, .55)]
CALYX = [(0, .535), (.03, .535), (.055, .555), (.04, .575), (0, .58)]
PETAL = [(0, 0), (.03, .001), (.052, .006), (.055, .009), (.050, .009), (.03, .004), (0, .003)]
BUD = [(0, 0), (.012, .003), (.026, .025), (.024, .05), (.01, .07), (0, .073)]
HEART = [(0, 0), (.014, .002), (.019, .010), (.012, .020), (0, .023)]


def filled(level, radius, dark=(.060, .022, .005), light=(.085, .034, .008), rough=.04):
    """What a cup holds: a still face of tea or coffee."""
    drink = glazes.plain('drink', dark, light, rough)
    return turned('drink', [(0, level - .012), (radius * .5, level - .012), (radius, level - .01), (radius, level),
                            (radius * .96, level - .004), (radius * .5, level - .005), (0, level - .005)], drink, 0)[0]


def coffee(level, radius):
    return filled(level, radius, (.022, .009, .004), (.070, .030, .012), .12)


def tangerine(seed):
    peel = glazes.plain(f'peel {seed}', (.60, .165, .010), (.68, .215, .018), .42, 3, dents=.22, glow=.05)
    fruit = turned('tangerine', PEEL, peel, .02, seed)[0]
    star = forms.lathe('calyx', forms.Surface(CALYX, hands.petals(5, .5, .0, .05)),
                       glazes.plain('calyx', (.045, .065, .018), (.08, .10, .03), .7))
    return attach(fruit, star)


def chopsticks(x, y, turn, z, wood):
    """A pair that lies level, tips towards its own +x."""
    for off, yaw in ((-.045, -.8), (.045, .9)):
        stick = forms.tube('chopstick', [(-1.2, 0), (-.4, 0), (.4, 0), (1.2, 0)], [.036, .034, .026, .016], wood)
        set_down(stick, x - off * math.sin(math.radians(turn)), y + off * math.cos(math.radians(turn)), turn + yaw, z=z)


def branch(size=1.0, seed=3):
    """A flowering twig that stands upright from its own foot."""
    rng = random.Random(seed)
    bark = glazes.plain('bark', (.035, .020, .012), (.085, .055, .036), .85, 14, dents=.5)
    stem = forms.tube('branch', [(.03, -.55), (0, 0), (.09, .40), (.02, .78), (.15, 1.16), (.10, 1.52)],
                      [.030, .028, .024, .021, .016, .007], bark)
    twigs = [((.08, .44), 25, [(0, 0), (.12, .16), (.30, .22), (.44, .40)]),
             ((.03, .74), 190, [(0, 0), (.10, .18), (.26, .27), (.36, .46), (.50, .52)]),
             ((.14, 1.12), -40, [(0, 0), (.09, .12), (.22, .18), (.27, .32)])]
    colours = (glazes.plain('petal', (.80, .58, .55), (.87, .76, .72), .65, 9, glow=.2),
               glazes.plain('sepal', (.24, .040, .035), (.40, .085, .065), .6),
               glazes.plain('stamen', (.50, .27, .03), (.72, .46, .10), .7, 60))
    for (x, z), turn, path in twigs:
        twig = forms.tube('twig', path, [.016, .013, .010, .008, .006][:len(path)], bark)
        twig.location, twig.rotation_euler = (x, 0, z), (0, 0, math.radians(turn))
        attach(stem, twig)
        for place in path[1:]:
            attach(twig, _flower(place, -turn, rng, *colours))
    for place in ((.065, .62), (.13, 1.32), (.10, 1.53)):
        attach(stem, _flower(place, 0, rng, *colours))
    stem.scale = (size, size, size)
    return stem


def _flower(place, turn, rng, petals, sepals, stamens):
    """A bud, or an open flower that looks up and towards the front."""
    x, z = place
    if rng.random() < .35:
        bud = forms.lathe('bud', forms.Surface(BUD), sepals, 24)
        bud.location, bud.rotation_euler = (x, 0, z), (rng.uniform(-.5, .5), rng.uniform(-.7, .7), 0)
        return bud
    heart = forms.lathe('heart', forms.Surface(HEART), stamens, 24)
    facing = math.radians(turn + rng.uniform(-65, 65))
    tilt = rng.uniform(.75, 1.25)
    heart.rotation_euler = (tilt, 0, facing)
    heart.location = (x + .022 * math.sin(facing), -.022 * math.cos(facing), z + .012)
    for k in range(5):
        petal = forms.lathe('petal', forms.Surface(PETAL), petals, 24)
        angle = 2 * math.pi * k / 5 + rng.uniform(-.08, .08)
        petal.location = (.056 * math.cos(angle), .056 * math.sin(angle), .010)
        petal.rotation_euler = (0, -rng.uniform(.22, .42), angle)
        petal.scale = (1, rng.uniform(.86, .98), 1)
        attach(heart, petal)
    return heart
