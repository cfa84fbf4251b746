"""Write a finished picture in the sizes the shop serves."""
import pathlib

import cv2
import numpy as np
from PIL import Image

import names

SHOP = pathlib.Path(__file__).resolve().parents[2] / 'apps' / 'web' / 'public' / 'pictures'
QUALITY = 90
DITHER = 1.5
SHARE = (1200, 630)


def publish(name, picture, folder=SHOP):
    """`picture` is float RGB in 0..1."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, size in names.files(name).items():
        Image.fromarray(_eight_bit(_resized(picture, size))).save(folder / file, quality=QUALITY, method=6)
    if name == 'hero':
        share(picture, folder)


def share(hero, folder=SHOP):
    """The band of the hero around its bowl, as other sites show it beside a link to the shop."""
    tall = hero.shape[1] * SHARE[1] // SHARE[0]
    top = (hero.shape[0] - tall) * 13 // 20
    band = _eight_bit(_resized(hero[top:top + tall], SHARE))
    Image.fromarray(band).save(folder / 'share.jpg', quality=QUALITY, progressive=True)


def exists(name, folder=SHOP):
    return all((folder / file).exists() for file in names.files(name))


def _resized(picture, size):
    smaller = size[0] < picture.shape[1]
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)


def _eight_bit(picture):
    """A breath of noise, too fine to see, keeps the soft paper ground from breaking into bands."""
    noise = np.random.default_rng(1).normal(0, DITHER, picture.shape)
    return np.clip(picture * 255 + 0.5 + noise, 0, 255).astype('uint8')
