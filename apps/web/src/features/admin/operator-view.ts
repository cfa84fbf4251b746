import type { Outputs } from '@/lib/trpc/router'

/** An order as the api hands it to an operator. */
export type OperatorOrderView = Outputs['admin']['order']['get']
export type SagaView = OperatorOrderView['sagas'][number]
