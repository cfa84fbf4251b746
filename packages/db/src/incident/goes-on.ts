import { sagaIncidentKinds } from '@makegood/core/saga/incident-kinds'
import { Prisma } from '../generated/prisma/client.ts'

/** That the saga of the open incident `i` runs again: nobody has anything to do there until it has ended. */
export const goesOn = Prisma.sql`(i.kind = any(${[...sagaIncidentKinds]})
  and exists (select 1 from saga s where s.id = i.saga_id and s.status = 'RUNNING'))`

type Open = { readonly kind: string; readonly resolvedAt: Date | null }

/** The same of an incident and its saga that have been read. */
export const isGoingOn = ({ kind, resolvedAt }: Open, sagaStatus: string | null): boolean =>
  resolvedAt === null && sagaStatus === 'RUNNING' && sagaIncidentKinds.some(known => known === kind)
