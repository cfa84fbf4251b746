import type { StepFailure } from '@makegood/core/saga/saga-views'
import { Prisma } from '../generated/prisma/client.ts'

/** So many of the last failures of a step are kept. */
const failuresMax = 20

/** One failure of an attempt, as the list that is kept of a step begins with it. */
export const oneFailure = (of: StepFailure['of'], attempt: Prisma.Sql, error: string): Prisma.Sql => Prisma.sql`
  jsonb_build_array(jsonb_build_object('at', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'of', ${of}::text, 'attempt', ${attempt}, 'error', ${error}::text))`

/** What is kept of the failures of a step `s`, with one more: a good attempt later takes none of them away. */
export const withFailure = (of: StepFailure['of'], attempt: Prisma.Sql, error: string): Prisma.Sql => Prisma.sql`
  jsonb_path_query_array(s.failures || ${oneFailure(of, attempt, error)},
    ${`$[last - ${failuresMax - 1} to last]`}::text::jsonpath)`
