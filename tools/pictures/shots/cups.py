from goods import cups, props
from goods.making import attach, set_down, turned_over
from shots.views import alone, close
from studio import look


def clay_cups():
    set_down(cups.clay_cup(), -.36, .28, 20)
    set_down(cups.clay_cup(), .46, -.32, 130, .96)
    look((.05, 0, .42), 2.85, 34, fstop=4)


def clay_cup_foot():
    set_down(cups.clay_cup(), -.44, .50, 75)
    turned_over(cups.clay_cup(), .42, -.30, 1.02, 160)
    look((.0, 0, .50), 3.0, 33, 4, 'soft')


def faceted_pair():
    attach(set_down(cups.faceted_cup(31), -.42, .36, 8), props.filled(.74, .478, (.20, .15, .03), (.27, .21, .05)))
    set_down(cups.faceted_cup(32), .50, -.34, 21)
    look((.04, 0, .44), 3.0, 27, 4, 'window')


def tumblers():
    for seed, (x, y, turn) in enumerate(((-.66, .72, 10), (.04, .0, 100), (.74, -.72, 220))):
        set_down(cups.indigo_tumbler(33 + seed), x, y, turn)
    look((.05, 0, .62), 3.45, 20, 3.2, 'late')


def soju_set():
    set_down(cups.soju_flask(), -.26, .18, 30)
    set_down(cups.soju_cup(36), .50, .10, 80)
    set_down(cups.soju_cup(37), .22, -.52, 200)
    look((.05, 0, .48), 2.7, 18, 4.5, 'day')


def soju_cup_near():
    set_down(cups.soju_flask(), -.28, .95, 200)
    set_down(cups.soju_cup(38), .42, .62, 10)
    attach(set_down(cups.soju_cup(36), .06, -.25, 80), props.filled(.235, .285, (.55, .52, .46), (.60, .57, .50), .02))
    look((.04, 0, .32), 1.75, 36, 2.2, 'soft')


def espresso_served():
    attach(set_down(cups.espresso_cup(), turn=-40), set_down(props.coffee(.42, .345), z=.062))
    look((.02, -.02, .30), 2.1, 52, 4, 'late')


def tenmoku_with_tea():
    attach(set_down(cups.tenmoku_cup_mended(), turn=-30), props.filled(.80, .468, (.09, .06, .008), (.13, .085, .014)))
    look((.0, -.05, .62), 2.0, 44, 4, 'soft')


SHOTS = {
    'clay-cup-1': alone(cups.clay_cup, .52, 2.3, 20),
    'clay-cup-2': clay_cups,
    'clay-cup-3': clay_cup_foot,
    'faceted-cup-1': alone(cups.faceted_cup, .50, 2.2, 15, turn=6),
    'faceted-cup-2': faceted_pair,
    'indigo-tumbler-1': alone(cups.indigo_tumbler, .70, 2.75, 9),
    'indigo-tumbler-2': tumblers,
    'soju-set-1': soju_set,
    'soju-set-2': soju_cup_near,
    'espresso-cup-1': alone(cups.espresso_cup, .32, 2.3, 19, turn=-24, light='soft'),
    'espresso-cup-2': espresso_served,
    'tenmoku-cup-mended-1': alone(cups.tenmoku_cup_mended, .50, 2.25, 17),
    'tenmoku-cup-mended-2': close(cups.tenmoku_cup_mended, (.02, -.42, .60), .95, 12, light='late'),
    'tenmoku-cup-mended-3': tenmoku_with_tea,
}
