import { discover } from '../discover.ts'
import type { Participant } from '../saga/participant.ts'

/** Everything that the domains contribute to sagas. */
export const participants = await discover<Participant<never>>(import.meta.dirname, 'participant')
