import { router } from '../../../trpc.ts'
import { listShipments } from './list-shipments.ts'

export const shipmentRouter = router({ list: listShipments })
