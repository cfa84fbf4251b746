import glazes
import seams
from goods.making import DARK_CLAY, PALE_CLAY, RUST_CLAY, turned

BOWL = [(0, .05), (.26, .05), (.30, .02), (.33, 0), (.37, .01), (.385, .06), (.40, .11), (.60, .24), (.80, .47),
        (.92, .70), (.965, .815), (.958, .835), (.938, .828), (.89, .70), (.76, .47), (.55, .27), (.30, .17), (0, .14)]
TEA_BOWL = [(0, .05), (.24, .05), (.27, 0), (.33, .005), (.36, .08), (.42, .13), (.58, .22), (.66, .42), (.68, .68),
            (.70, .86), (.692, .885), (.665, .88), (.64, .7), (.62, .45), (.54, .27), (.35, .18), (0, .15)]
RICE_BOWL = [(0, .05), (.25, .05), (.28, .01), (.31, 0), (.335, .02), (.345, .08), (.42, .15), (.58, .33), (.66, .55),
             (.685, .70), (.678, .718), (.66, .712), (.63, .55), (.55, .34), (.38, .18), (0, .13)]
NOODLE_BOWL = [(0, .06), (.30, .06), (.34, .02), (.38, 0), (.42, .02), (.43, .10), (.58, .22), (.82, .48), (.98, .78),
               (1.02, .90), (1.03, .935), (1.018, .95), (.99, .935), (.94, .80), (.78, .50), (.55, .27), (.3, .17),
               (0, .14)]
FOOTED_BOWL = [(0, .42), (.10, .40), (.16, .25), (.26, .05), (.30, 0), (.34, .005), (.335, .04), (.25, .22), (.20, .36),
               (.24, .44), (.50, .52), (.80, .66), (.98, .86), (.99, .88), (.972, .888), (.93, .85), (.75, .71),
               (.48, .59), (0, .55)]

BUNCHEONG = dict(dark=(.085, .078, .066), light=(.15, .137, .115), rough=.32, coat=.3, foot=(.03, (.22, .13, .08)))
SLIP = (.74, .71, .64)


def _celadon(seed):
    return glazes.glaze('celadon', (.150, .235, .180), (.315, .395, .310), seed, rough=.2, coat=.45, edge=(.50, .52, .41),
                        foot=(.035, RUST_CLAY), crackle=.5)


def celadon_bowl():
    return turned('celadon bowl', BOWL, _celadon(9), .006, 3.0)[0]


def celadon_bowl_mended():
    pot, surface = turned('mended bowl', BOWL, _celadon(4), .007, 1.5)
    seams.mend(pot, surface, [
        [(-112, 0), (-104, .20), (-92, .36), (-88, .52), (-70, .72), (-62, .95), (-70, 1.5)],
        [(-92, .36), (-72, .30), (-58, .16), (-50, 0)],
        [(-88, .52), (-110, .66), (-142, .62), (-178, .55), (-208, .46)],
        [(62, 0), (74, .24), (66, .46), (90, .72), (110, .95), (100, 1.5)],
        [(66, .46), (40, .5), (22, .34), (14, .16), (18, 0)],
        [(150, 0), (141, .24), (152, .46), (124, .66), (90, .72)],
    ], seed=11, width=.0095)
    return pot


def snow_tea_bowl():
    snow = glazes.glaze('snow', (.58, .55, .50), (.78, .765, .725), 6, rough=.34, coat=.3, edge=(.62, .47, .34),
                        foot=(.10, (.42, .27, .16)), crackle=.3, rings=.9)
    return turned('tea bowl', TEA_BOWL, snow, .03, .7)[0]


def rice_bowl(seed=21):
    brushed = glazes.glaze('buncheong', seed=seed, slip=(.22, SLIP), rings=.25, **BUNCHEONG)
    return turned('rice bowl', RICE_BOWL, brushed, .010, seed)[0]


def noodle_bowl():
    tenmoku = glazes.glaze('tenmoku', (.008, .006, .005), (.020, .013, .010), 23, rough=.16, coat=.35, sheen=.3,
                           foot=(.07, DARK_CLAY), run=(1.03, .30, (.20, .066, .020)), rings=.1)
    return turned('noodle bowl', NOODLE_BOWL, tenmoku, .007, 1.1)[0]


def footed_bowl():
    indigo = glazes.glaze('indigo', (.008, .018, .058), (.030, .060, .148), 26, rough=.22, coat=.45,
                          edge=(.25, .20, .16), foot=(.05, PALE_CLAY), rings=.15)
    return turned('footed bowl', FOOTED_BOWL, indigo, .009, 2.2)[0]
