"""Write a finished picture in the sizes the shop serves."""
import pathlib

import cv2
import numpy as np
from PIL import Image

SHOP = pathlib.Path(__file__).resolve().parents[2] / 'apps' / 'web' / 'public' / 'pictures'
QUALITY = 90
DITHER = 1.5


def publish(name, picture):
    """`picture` is float RGB in 0..1."""
    SHOP.mkdir(parents=True, exist_ok=True)
    for stem, size in sizes(name).items():
        Image.fromarray(_eight_bit(_resized(picture, size))).save(SHOP / f'{stem}.webp', quality=QUALITY, method=6)


def exists(name):
    return all((SHOP / f'{stem}.webp').exists() for stem in sizes(name))


def sizes(name):
    if name == 'hero':
        return {'hero': (1400, 1120), 'hero-700': (700, 560), 'hero-400': (400, 320)}
    return {name: (800, 1000), f'{name}-400': (400, 500)}


def _resized(picture, size):
    smaller = size[0] < picture.shape[1]
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)


def _eight_bit(picture):
    """A breath of noise, too fine to see, keeps the soft paper ground from breaking into bands."""
    noise = np.random.default_rng(1).normal(0, DITHER, picture.shape)
    return np.clip(picture * 255 + 0.5 + noise, 0, 255).astype('uint8')
