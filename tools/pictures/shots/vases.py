from goods import cups, props, vases
from goods.making import set_down
from shots.views import alone, close
from studio import look


def bottle_in_company():
    set_down(vases.ink_bottle_vase(), -.28, 0, 10)
    set_down(cups.clay_cup(), .56, -.34, 200, .58)
    look((.1, 0, .93), 2.95, 9, fstop=4)


def with_branch(make, top, size, middle, tall, elevation, turn=0.0, branch_turn=0.0, light='day'):
    def shot():
        set_down(make(), turn=turn)
        set_down(props.branch(), 0, 0, branch_turn, size, top)
        look((0.04, 0, middle), tall, elevation, 5.6, light)
    return shot


SHOTS = {
    'moon-vase-mended-1': alone(vases.moon_vase_mended, .88, 2.75, 11),
    'moon-vase-mended-2': close(vases.moon_vase_mended, (.06, -.5, .86), 1.25, 8, turn=12),
    'moon-vase-mended-3': with_branch(vases.moon_vase_mended, 1.70, .95, 1.45, 4.0, 7, -20, 20, 'late'),
    'ink-bottle-vase-1': alone(vases.ink_bottle_vase, .98, 2.95, 7),
    'ink-bottle-vase-2': bottle_in_company,
    'moss-bud-vase-1': alone(vases.moss_bud_vase, .54, 2.3, 12),
    'moss-bud-vase-2': with_branch(vases.moss_bud_vase, 1.02, .72, 1.0, 3.0, 9, branch_turn=-30, light='soft'),
    'gourd-vase-1': alone(vases.gourd_vase, .90, 2.9, 8),
    'gourd-vase-2': close(vases.gourd_vase, (.02, -.2, 1.28), 1.45, 22, turn=70, light='late'),
    'tall-speckled-vase-1': alone(vases.tall_speckled_vase, .94, 2.9, 10, light='late'),
    'tall-speckled-vase-2': with_branch(vases.tall_speckled_vase, 1.78, 1.0, 1.52, 4.3, 6, branch_turn=-12),
    'moon-jar-1': alone(vases.moon_jar, .82, 3.0, 6, light='soft'),
    'moon-jar-2': close(vases.moon_jar, (0, -.1, 1.22), 2.1, 34, turn=60),
}
