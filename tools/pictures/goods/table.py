import forms
import glazes
import hands
import seams
from goods.making import DARK_CLAY, PALE_CLAY, attach, turned
from goods.plates import DESSERT_COLOURS

TRAY = [(0, .002), (1.12, .002), (1.165, .012), (1.195, .05), (1.215, .14), (1.21, .165), (1.195, .172),
        (1.175, .165), (1.155, .10), (1.125, .07), (1.06, .06), (0, .06)]
SPOON_REST = [(0, .03), (.36, .03), (.40, 0), (.44, .01), (.47, .05), (.62, .10), (.74, .19), (.745, .207),
              (.725, .212), (.62, .15), (.45, .095), (0, .075)]
SCOOP = [(0, 0), (.18, .015), (.33, .11), (.40, .24), (.41, .30), (.40, .318), (.37, .30), (.30, .15), (.16, .07),
         (0, .05)]
INCENSE_DISH = [(0, .03), (.40, .03), (.44, 0), (.48, .005), (.50, .04), (.60, .10), (.64, .17), (.635, .182),
                (.615, .178), (.56, .11), (.45, .075), (0, .07)]
PEBBLE = [(0, .065), (.09, .065), (.135, .10), (.13, .15), (.08, .19), (.018, .202), (.014, .18), (0, .17)]
CHAMBERSTICK = [(0, .03), (.42, .03), (.46, 0), (.50, .005), (.53, .05), (.66, .12), (.70, .19), (.695, .203),
                (.675, .198), (.60, .12), (.45, .085), (.26, .085), (.19, .10), (.165, .16), (.16, .30), (.185, .37),
                (.18, .385), (.155, .38), (.125, .33), (.12, .25), (0, .24)]
CANDLE = [(0, .25), (.112, .25), (.112, .30), (.106, .80), (.10, 1.28), (.092, 1.318), (.07, 1.325), (.03, 1.308),
          (0, 1.30)]
REST = [(0, .02), (.12, .02), (.17, 0), (.21, .015), (.235, .06), (.21, .105), (.15, .125), (0, .125)]
BOX = [(0, .03), (.52, .03), (.56, 0), (.61, .01), (.63, .06), (.70, .15), (.72, .34), (.715, .36), (.69, .36),
       (.66, .3), (.6, .12), (0, .09)]
BOX_LID = [(0, .372), (.66, .372), (.715, .376), (.732, .392), (.732, .43), (.70, .51), (.55, .61), (.3, .67), (0, .69)]


def oak_tray():
    return turned('tray', TRAY, glazes.oak(), .001)[0]


def persimmon_spoon_rest():
    orange = glazes.glaze('persimmon', (.42, .075, .011), (.60, .145, .022), 15, rough=.24, coat=.4,
                          edge=(.30, .10, .035), foot=(.04, PALE_CLAY), rings=.12)
    lip = hands.pulled_lip(.07, .20, .13, .52, -.05)
    return turned('spoon rest', SPOON_REST, orange, .012, 1.1, hands.oval(1.06, .88), lip)[0]


def walnut_ladle():
    wood = glazes.walnut()
    scoop = turned('scoop', SCOOP, wood, .006, .6)[0]
    handle = forms.tube('handle', [(.36, .255), (.50, .36), (.85, .49), (1.30, .46), (1.80, .25), (2.12, .036)],
                        [.085, .075, .058, .058, .072, .055], wood, flatten=.62)
    return forms.carved('ladle', [scoop, handle])


def incense_holder():
    ink = glazes.glaze('incense', (.006, .007, .009), (.018, .022, .027), 74, rough=.34, coat=.12,
                       edge=(.14, .08, .045), foot=(.03, DARK_CLAY), rings=.3, sheen=.3)
    dish = turned('incense dish', INCENSE_DISH, ink, .010, 1.5)[0]
    stone = glazes.glaze('pebble', (.50, .46, .39), (.64, .60, .53), 75, rough=.55, coat=0)
    pebble = turned('pebble', PEBBLE, stone, .03, 2)[0]
    stick = forms.tube('stick', [(0, .12), (.05, .55), (.105, 1.02), (.162, 1.50)], [.0135, .0135, .0135, .0125],
                       glazes.plain('incense', (.105, .050, .022), (.150, .078, .036), .85))
    ash = forms.tube('ash', [(.162, 1.50), (.17, 1.56), (.181, 1.615)], [.0125, .0125, .009],
                     glazes.plain('ash', (.30, .29, .28), (.44, .43, .41), .95, 30))
    return attach(dish, pebble, stick, ash)


def candle_stand():
    iron = glazes.glaze('iron', (.052, .021, .009), (.125, .052, .021), 77, rough=.36, coat=.2, speck=(.02, .01, .006),
                        edge=(.24, .105, .045), foot=(.03, DARK_CLAY), rings=.3)
    stand = turned('candle stand', CHAMBERSTICK, iron, .008, 1.1)[0]
    handle = forms.tube('handle', [(.645, .115), (.76, .215), (.90, .255), (1.01, .20), (1.02, .10), (.93, .048),
                                   (.80, .055), (.62, .10)],
                        [.07, .052, .046, .044, .042, .042, .046, .05], iron, flatten=.6)
    return attach(stand, handle, candle())


def candle():
    wax = turned('candle', CANDLE, glazes.plain('wax', (.74, .66, .50), (.80, .73, .58), .42, 3, glow=.12), .006, .3)[0]
    wick = forms.tube('wick', [(0, 1.28), (.004, 1.36), (.022, 1.42)], [.011, .011, .009],
                      glazes.plain('wick', (.55, .50, .42), (.7, .66, .58), .9))
    return attach(wax, wick)


def chopstick_rest(colour, seed):
    dark, light = DESSERT_COLOURS[colour]
    glaze = glazes.glaze(f'{colour} rest', dark, light, seed, rough=.24, coat=.45, foot=(-.02, PALE_CLAY))
    return turned('rest', REST, glaze, .02, seed, hands.oval(1.5, .62), hands.saddle(.42))[0]


def lidded_box_mended():
    white = glazes.glaze('box', (.47, .49, .47), (.63, .65, .625), 79, rough=.2, coat=.5, foot=(.02, PALE_CLAY),
                         crackle=.3, rings=.12)
    box = turned('box', BOX, white, .006, 1.2)[0]
    lid, surface = turned('box lid', BOX_LID, white, .006, 1.2)
    seams.mend(lid, surface, [
        [(-105, .86), (-112, .70), (-100, .50), (-82, .34), (-40, .22), (10, .14), (48, .30), (60, .48), (52, .66), (58, .86)],
        [(-82, .34), (-60, .50), (-52, .66), (-40, .86)],
        [(10, .14), (150, .20), (172, .40), (163, .62), (170, .86)],
        [(60, .48), (92, .56), (112, .70), (118, .86)],
    ], seed=31, inside=False, width=.0090)
    return attach(box, lid)
