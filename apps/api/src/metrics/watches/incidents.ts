import { countIncidents } from '@makegood/db/saga/count-incidents'
import { bounded, mostCounted, type Watch } from '../watch.ts'

export const watchIncidents: Watch = gauge => {
  const open = gauge('incidents_open', `What is in front of a person, by kind. ${bounded}`, ['kind'])
  return async db => {
    for (const [kind, count] of Object.entries(await countIncidents(db, mostCounted))) open.set({ kind }, count)
  }
}
