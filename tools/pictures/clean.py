"""Take the last grain off a render: non-local means, steered by the bare colours and surface
directions Blender wrote beside it, so that edges, seams, specks and crackle stay as they are."""
import cv2
import numpy as np

REACH = 4
PATCH = (5, 5)


def read(path):
    picture = cv2.imread(path, cv2.IMREAD_UNCHANGED)
    if picture is None:
        raise FileNotFoundError(path)
    return picture[..., :3].astype(np.float32) / np.iinfo(picture.dtype).max


def clean(png, strength):
    """The cleaned picture, as float RGB in 0..1."""
    picture = read(png)
    if strength > 0:
        guide = _guide(png)
        for share in (1.0, 0.5):
            picture = _means(picture, guide, strength * share)
    return np.clip(picture[..., ::-1], 0, 1)


def _guide(png):
    normal = read(f'{png}.normal.0001.png') / 0.02
    colour = np.sqrt(read(f'{png}.colour.0001.png')) / 0.009
    return np.concatenate([normal, colour], axis=2)


def _means(picture, guide, strength):
    wide_picture, wide_guide = _pad(picture), _pad(guide)
    total, weights = np.zeros_like(picture), np.zeros(picture.shape[:2], np.float32)
    for dy in range(2 * REACH + 1):
        for dx in range(2 * REACH + 1):
            near = _window(wide_picture, dy, dx, picture)
            far = cv2.blur(((near - picture) ** 2).mean(axis=2), PATCH)
            apart = ((_window(wide_guide, dy, dx, guide) - guide) ** 2).sum(axis=2)
            weight = np.exp(-far / (2 * strength ** 2) - apart / 2)
            total += near * weight[..., None]
            weights += weight
    return total / weights[..., None]


def _pad(field):
    return np.pad(field, ((REACH, REACH), (REACH, REACH), (0, 0)), mode='reflect')


def _window(wide, dy, dx, like):
    return wide[dy:dy + like.shape[0], dx:dx + like.shape[1]]
