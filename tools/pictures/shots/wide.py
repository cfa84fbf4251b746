from goods.bowls import celadon_bowl_mended
from goods.cups import clay_cup
from goods.making import set_down
from goods.vases import ink_bottle_vase
from studio import look


def hero():
    set_down(celadon_bowl_mended(), .12, 0, 0, 1.12)
    set_down(ink_bottle_vase(), -1.12, 1.6, 40, .88)
    set_down(clay_cup(), 1.3, 1.15, 10, .68)
    look((.02, .2, .66), 3.9, 17, fstop=4)


def story():
    set_down(celadon_bowl_mended(), turn=6)
    look((-.04, -.42, .56), 1.72, 27, fstop=3.2, light='late')


SHOTS = {'hero': hero, 'story': story}
