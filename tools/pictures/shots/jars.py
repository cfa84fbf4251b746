from goods import cups, jars, props
from goods.making import attach, set_down
from goods.table import oak_tray
from shots.views import alone, close
from studio import look


def teapot_and_cup():
    set_down(jars.ash_teapot(), -.1, .45, -38)
    set_down(cups.clay_cup(), .62, -.72, 50, .5)
    look((.08, .1, .45), 3.2, 36, fstop=4)


def onggi_opened():
    set_down(jars.onggi_jar(51, lidded=False), -.1, .1, 40)
    look((-.05, -.1, 1.28), 2.5, 33, 4, 'late')


def onggi_sizes():
    set_down(jars.onggi_jar(51), -.62, .75, 40)
    set_down(jars.onggi_jar(52), .80, .26, 160, .72)
    set_down(jars.onggi_jar(53), .06, -.62, 250, .48)
    look((-.02, .2, .84), 4.15, 15, 5.6, 'soft')


def sugar_and_coffee():
    set_down(jars.sugar_jar(), -.36, .42, 30)
    attach(set_down(cups.espresso_cup(), .42, -.55, -35, .92), set_down(props.coffee(.42, .345), z=.062))
    look((.06, 0, .42), 3.0, 31, 4, 'soft')


def kyusu_served():
    set_down(oak_tray(), turn=14, size=1.22)
    set_down(jars.kyusu(), -.16, .34, -165, .92, z=.075)
    for x, y, seed in ((-.74, -.46, 36), (.74, -.22, 38)):
        cup = set_down(cups.faceted_cup(seed), x, y, seed, .48, z=.075)
        attach(cup, props.filled(.74, .478, (.17, .13, .02), (.24, .18, .035)))
    look((.0, -.05, .26), 4.3, 40, 5.6, 'window')


SHOTS = {
    'red-clay-jar-1': alone(jars.red_clay_jar, .72, 2.9, 15),
    'red-clay-jar-2': close(jars.red_clay_jar, (.0, -.1, 1.1), 1.95, 38, turn=50),
    'ash-teapot-1': alone(jars.ash_teapot, .56, 3.4, 14, turn=-14),
    'ash-teapot-2': teapot_and_cup,
    'sky-pitcher-1': alone(jars.sky_pitcher, .78, 2.75, 12, turn=-20),
    'sky-pitcher-2': close(jars.sky_pitcher, (.0, 0, 1.3), 1.75, 30, turn=-48),
    'onggi-jar-1': alone(jars.onggi_jar, .95, 3.45, 9),
    'onggi-jar-2': onggi_opened,
    'onggi-jar-3': onggi_sizes,
    'sugar-jar-1': alone(jars.sugar_jar, .54, 2.4, 14, turn=20),
    'sugar-jar-2': sugar_and_coffee,
    'kyusu-1': close(jars.kyusu, (.16, 0, .40), 3.2, 22, turn=-122, fstop=5.6, light='late'),
    'kyusu-2': close(jars.kyusu, (.1, -.12, .40), 2.9, 56, turn=-150, fstop=5.6, light='soft'),
    'kyusu-3': kyusu_served,
    'ink-jar-mended-1': alone(jars.ink_jar_mended, .76, 2.8, 13),
    'ink-jar-mended-2': close(jars.ink_jar_mended, (.06, -.5, 1.0), 1.2, 24, turn=4, light='late'),
}
