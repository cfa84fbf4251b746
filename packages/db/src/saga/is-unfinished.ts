import { Prisma } from '../generated/prisma/client.ts'

/**
 * That a saga runs or has stopped, in the words of the index of those alone (`saga_unfinished`). Said as a list of states it
 * would offer that index to each step of a running saga as well, which asks for one saga by its id.
 */
export const isUnfinished = Prisma.sql`(ended_at is null or status = 'NEEDS_ATTENTION') and status in ('RUNNING', 'NEEDS_ATTENTION')`
