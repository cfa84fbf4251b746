from glazes import walnut
from goods import bowls, props
from goods.making import set_down
from shots.views import alone, close
from studio import look


def celadon_and_snow():
    set_down(bowls.celadon_bowl(), -.05, -.2, 30)
    set_down(bowls.snow_tea_bowl(), .62, 1.25, 80, .85)
    look((.06, .1, .46), 3.25, 24, fstop=3.2)


def rice_bowls_stacked():
    for floor, (shift, turn) in enumerate(((0, 0), (.012, 100))):
        set_down(bowls.rice_bowl(21 + floor), -.48 + shift, .44, turn, z=.2 * floor)
    set_down(bowls.rice_bowl(24), .62, -.50, 60)
    look((.06, -.04, .42), 3.6, 30, 4, 'soft')


def noodle_bowl_laid():
    set_down(bowls.noodle_bowl(), turn=150)
    props.chopsticks(.30, -.06, 66, .985, walnut())
    look((.02, 0, .52), 3.6, 46, 5.6, 'soft')


def bowl_of_tangerines():
    set_down(bowls.footed_bowl(), turn=70)
    heap = ((-.34, .02, .60, 20, 8), (.26, .28, .60, 150, -10), (.22, -.30, .60, 260, 12), (.03, .04, .98, 80, -6))
    for seed, (x, y, z, turn, tip) in enumerate(heap):
        set_down(props.tangerine(seed), x, y, turn, .88, z, tip)
    look((0, 0, .62), 3.2, 22, 4, 'late')


SHOTS = {
    'celadon-bowl-1': alone(bowls.celadon_bowl, .46, 3.15, 13),
    'celadon-bowl-2': celadon_and_snow,
    'celadon-bowl-mended-1': alone(bowls.celadon_bowl_mended, .44, 3.15, 24),
    'celadon-bowl-mended-2': close(bowls.celadon_bowl_mended, (0, 0, .56), 3.0, 62, turn=-35, fstop=5.6),
    'celadon-bowl-mended-3': close(bowls.celadon_bowl_mended, (-.22, -.62, .60), 1.15, 15, turn=8, light='late'),
    'snow-tea-bowl-1': alone(bowls.snow_tea_bowl, .47, 2.65, 17),
    'snow-tea-bowl-2': close(bowls.snow_tea_bowl, (0, -.05, .44), 2.45, 52, turn=110),
    'rice-bowl-1': alone(bowls.rice_bowl, .40, 2.5, 14),
    'rice-bowl-2': rice_bowls_stacked,
    'noodle-bowl-1': alone(bowls.noodle_bowl, .48, 3.3, 18, light='late'),
    'noodle-bowl-2': close(bowls.noodle_bowl, (.16, -.2, .66), 1.7, 40, turn=40, fstop=4),
    'noodle-bowl-3': noodle_bowl_laid,
    'footed-bowl-1': alone(bowls.footed_bowl, .46, 3.15, 8),
    'footed-bowl-2': bowl_of_tangerines,
}
