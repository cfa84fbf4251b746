from goods.making import set_down
from studio import look


def alone(make, middle, tall, elevation, turn=0.0, light='day', fstop=5.6):
    def shot():
        set_down(make(), turn=turn)
        look((0, 0, middle), tall, elevation, fstop, light)
    return shot


def close(make, target, tall, elevation, turn=0.0, fstop=2.8, light='day'):
    def shot():
        set_down(make(), turn=turn)
        look(target, tall, elevation, fstop, light)
    return shot
