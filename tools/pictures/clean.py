"""Take the grain off a render with Open Image Denoise, steered by the bare colours and surface directions
that were written beside it, so that edges, seams, specks and crackle stay as they are."""
import cv2
import numpy as np
import pyoidn


def clean(png):
    """The cleaned picture, as float RGB in 0..1."""
    picture = pyoidn.denoise(_linear(_read(png)), _read(f'{png}.colour.0001.png'),
                             _read(f'{png}.normal.0001.png') * 2 - 1)
    return _display(np.clip(picture, 0, 1))


def _read(path):
    picture = cv2.imread(path, cv2.IMREAD_UNCHANGED)
    if picture is None:
        raise FileNotFoundError(path)
    return np.ascontiguousarray(picture[..., 2::-1].astype(np.float32) / np.iinfo(picture.dtype).max)


def _linear(picture):
    return np.where(picture <= .04045, picture / 12.92, ((picture + .055) / 1.055) ** 2.4).astype(np.float32)


def _display(picture):
    return np.where(picture <= .0031308, picture * 12.92, 1.055 * picture ** (1 / 2.4) - .055)
