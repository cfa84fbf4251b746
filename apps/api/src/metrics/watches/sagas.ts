import { countSagas } from '@makegood/db/saga/count-sagas'
import { bounded, mostCounted, type Watch } from '../watch.ts'

export const watchSagas: Watch = gauge => {
  const running = gauge('sagas_running', `Sagas that are under way. ${bounded}`)
  const stalled = gauge(
    'sagas_stalled',
    `Sagas under way without progress within their lease; a job starts them again. ${bounded}`,
  )
  return async db => {
    const counts = await countSagas(db, mostCounted)
    running.set(counts.running)
    stalled.set(counts.stalled)
  }
}
