import glazes
import hands
import seams
from goods.bowls import BUNCHEONG, SLIP
from goods.making import DARK_CLAY, PALE_CLAY, RUST_CLAY, turned

PLATE = [(0, .04), (.60, .04), (.64, 0), (.68, .005), (.70, .05), (.90, .08), (1.10, .145), (1.20, .20), (1.205, .215),
         (1.19, .222), (1.08, .175), (.9, .12), (.6, .09), (0, .085)]
OVAL = [(0, .05), (.70, .05), (.74, 0), (.78, .01), (.80, .06), (.98, .12), (1.12, .22), (1.16, .29), (1.155, .305),
        (1.135, .30), (1.06, .2), (.92, .12), (.7, .1), (0, .095)]
LEAF = [(0, .03), (.5, .03), (.54, 0), (.58, .005), (.62, .05), (.80, .09), (.96, .17), (1.0, .215), (.995, .228),
        (.98, .225), (.93, .19), (.78, .12), (.5, .075), (0, .06)]
FOOTED = [(0, .36), (.14, .34), (.20, .2), (.34, .03), (.40, 0), (.44, .01), (.43, .05), (.30, .22), (.26, .34),
          (.32, .39), (.70, .41), (1.0, .44), (1.03, .46), (1.035, .49), (1.02, .505), (.99, .495), (.7, .47),
          (.3, .455), (0, .45)]
DESSERT = [(0, .03), (.34, .03), (.37, 0), (.40, .005), (.42, .04), (.55, .07), (.64, .13), (.66, .155), (.655, .168),
           (.64, .165), (.54, .105), (.4, .075), (0, .07)]

DESSERT_COLOURS = {
    'white': ((.64, .615, .57), (.78, .765, .73)),
    'celadon': ((.165, .25, .195), (.32, .40, .32)),
    'sky': ((.29, .42, .51), (.48, .60, .66)),
    'persimmon': ((.36, .062, .011), (.52, .12, .02)),
    'moss': ((.042, .052, .026), (.098, .108, .052)),
}


def ink_plate():
    ink = glazes.glaze('ink', (.004, .005, .007), (.014, .018, .023), 1, rough=.36, coat=.06, edge=(.13, .075, .045),
                       foot=(.03, DARK_CLAY), rings=.05, sheen=.2)
    return turned('plate', PLATE, ink, .005, .4)[0]


def sky_oval_plate():
    sky = glazes.glaze('sky', (.25, .385, .49), (.46, .58, .645), 61, rough=.2, coat=.5, edge=(.60, .52, .42),
                       foot=(.02, RUST_CLAY))
    return turned('oval plate', OVAL, sky, .006, 1.3, hands.oval(1.12, .70))[0]


def moss_leaf_plate():
    moss = glazes.glaze('moss', (.052, .064, .030), (.112, .124, .058), 63, rough=.3, coat=.35, edge=(.24, .17, .08),
                        foot=(.01, DARK_CLAY), veins=.75)
    tip, stem = hands.pulled_lip(.05, .22, .26, .34, .05), hands.pulled_lip(.05, .22, .16, .26, .02, back=True)
    return turned('leaf plate', LEAF, moss, .012, .9, hands.oval(1.0, .66), tip, stem)[0]


def white_footed_plate():
    matte = glazes.glaze('matte white', (.62, .595, .55), (.76, .74, .70), 65, rough=.58, coat=0.0,
                         edge=(.50, .39, .28), foot=(.03, PALE_CLAY), rings=.35)
    return turned('footed plate', FOOTED, matte, .008, 1.8)[0]


def dessert_plate(colour, seed=67):
    dark, light = DESSERT_COLOURS[colour]
    flower = glazes.glaze(f'{colour} dessert', dark, light, seed, rough=.22, coat=.45,
                          edge=tuple(min(c * 1.4 + .1, .8) for c in light), foot=(.01, PALE_CLAY))
    return turned('dessert plate', DESSERT, flower, .004, seed, hands.petals(10, .085, .40, .64))[0]


def brushed_plate_mended():
    paler = {**BUNCHEONG, 'dark': (.15, .137, .115), 'light': (.235, .215, .18)}
    brushed = glazes.glaze('buncheong', seed=71, slip=(.04, SLIP), rings=.15, **paler)
    pot, surface = turned('mended plate', PLATE, brushed, .006, 2.9)
    seams.mend(pot, surface, [
        [(-150, 0), (-142, .2), (-150, .46), (-128, .66), (-110, .92), (-60, 1.04), (-20, .86), (0, .60), (8, .3), (2, 0)],
        [(-128, .66), (-96, .54), (-84, .30), (-92, .12), (-88, 0)],
        [(-20, .86), (40, .96), (84, .72), (96, .46), (90, .2), (98, 0)],
        [(84, .72), (120, .6), (140, .36), (150, .16), (144, 0)],
    ], seed=29, width=.0120)
    return pot
