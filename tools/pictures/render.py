"""Render the pictures that are missing and put them where the shop serves them from."""
import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

import clean  # noqa: E402
import publish  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
WORK = pathlib.Path(tempfile.gettempdir()) / 'makegood-pictures'
NAMES = [f'{slug}-1' for slug in (
    'moon-vase-mended', 'clay-cup', 'red-clay-jar', 'ink-plate', 'celadon-bowl', 'celadon-bowl-mended',
    'snow-tea-bowl', 'ash-teapot', 'sky-pitcher', 'oak-tray', 'ink-bottle-vase', 'persimmon-spoon-rest')]
NAMES += ['hero'] + [name[:-1] + '2' for name in NAMES]


def main():
    wish = arguments()
    WORK.mkdir(exist_ok=True)
    for name in wish.names or NAMES:
        if wish.again or wish.convert or not publish.exists(name):
            picture(name, wish)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('names', nargs='*', help='only these, such as clay-cup-1 or hero')
    parser.add_argument('--samples', type=int, default=200)
    parser.add_argument('--percent', type=int, default=100, help='of the full size, for drafts')
    parser.add_argument('--clean', type=float, default=0.012, help='strength of the cleaning, 0 for none')
    parser.add_argument('--again', action='store_true', help='render over what exists')
    parser.add_argument('--convert', action='store_true', help='only convert renders made before')
    return parser.parse_args()


def picture(name, wish):
    begun = time.monotonic()
    png = WORK / f'{name}.png'
    if not wish.convert:
        render(name, png, wish)
    rendered = time.monotonic()
    publish.publish(name, clean.clean(str(png), wish.clean))
    print(f'{name}: render {rendered - begun:.0f} s, clean {time.monotonic() - rendered:.0f} s', flush=True)


def render(name, png, wish):
    command = ['nice', '-n', '19', 'blender', '-b', '-noaudio', '--python-exit-code', '1', '--python',
               str(HERE / 'scene.py'), '--', name, str(png), str(wish.samples), str(wish.percent)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])


main()
