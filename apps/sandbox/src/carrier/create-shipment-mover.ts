import type { Logger } from 'pino'
import type { CarrierContext } from './carrier-context.ts'
import { recordMoves } from './record-moves.ts'
import { type Shipment, shipmentColumns } from './shipment.ts'
import { movesFrom } from './shipment-moves.ts'

const batchMax = 100
const tickMsMax = 1000
const tickMsMin = 20

/** Moves on every parcel that has stayed where it is for so long; says how many there were, at most one batch. */
const moveDue = async (context: CarrierContext, stepSeconds: number): Promise<number> => {
  const due = await context.pool.query<Shipment>({
    name: 'due-shipments',
    text: `select ${shipmentColumns} from shipment
           where status in ('registered', 'handed-over', 'in-transit', 'refused') and not resting
             and moved_at <= now() - make_interval(secs => $1)
           order by moved_at limit $2`,
    values: [stepSeconds, batchMax],
  })
  const moves = due.rows.flatMap(shipment => {
    const to = movesFrom(shipment.kind, shipment.status)[0]
    return to === undefined ? [] : [{ shipment, to }]
  })
  if (moves.length > 0) await recordMoves(context.pool, moves, new Date())
  return due.rows.length
}

/** Lets parcels travel by themselves, one step after so many seconds; with 0 they move by hand only. */
export const createShipmentMover = (context: CarrierContext, stepSeconds: number, log: Logger) => {
  let timer: NodeJS.Timeout | undefined
  let moving: Promise<void> | undefined
  let stopped = false

  const move = async (): Promise<void> => {
    while (!stopped) {
      const count = await moveDue(context, stepSeconds)
      if (count > 0) context.events.sweepSoon()
      if (count < batchMax) return
    }
  }
  const tick = (): void => {
    moving ??= move()
      .catch((error: unknown) => log.error({ err: error }, 'could not move the parcels that are due'))
      .finally(() => {
        moving = undefined
      })
  }
  return {
    start: (): void => {
      if (stepSeconds > 0) timer = setInterval(tick, Math.min(tickMsMax, Math.max(tickMsMin, (stepSeconds * 1000) / 4)))
    },
    stop: async (): Promise<void> => {
      stopped = true
      clearInterval(timer)
      await moving
    },
  }
}
