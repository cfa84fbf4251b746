"""Render the pictures that are missing and put them where the shop serves them from."""
import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

import clean  # noqa: E402
import names  # noqa: E402
import publish  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
WORK = pathlib.Path(tempfile.gettempdir()) / 'makegood-pictures'


def main():
    wish = arguments()
    WORK.mkdir(exist_ok=True)
    for name in wish.names or names.NAMES:
        if wish.again or wish.convert or not publish.exists(name, wish.into):
            picture(name, wish)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('names', nargs='*', help='only these, such as clay-cup-1 or hero')
    parser.add_argument('--samples', type=int, default=24)
    parser.add_argument('--percent', type=int, default=100, help='of the full size, for drafts')
    parser.add_argument('--into', type=pathlib.Path, default=publish.SHOP, help='another folder, for drafts')
    parser.add_argument('--again', action='store_true', help='render over what exists')
    parser.add_argument('--convert', action='store_true', help='only convert renders made before')
    return parser.parse_args()


def picture(name, wish):
    begun = time.monotonic()
    png = WORK / f'{name}.png'
    if not wish.convert:
        render(name, png, wish)
    rendered = time.monotonic()
    publish.publish(name, clean.clean(str(png)), wish.into)
    print(f'{name}: render {rendered - begun:.0f} s, clean {time.monotonic() - rendered:.0f} s', flush=True)


def render(name, png, wish):
    command = ['nice', '-n', '19', 'blender', '-b', '-noaudio', '--python-exit-code', '1', '--python',
               str(HERE / 'scene.py'), '--', name, str(png), str(wish.samples), str(wish.percent)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])


main()
