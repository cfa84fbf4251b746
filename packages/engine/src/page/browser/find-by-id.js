import { ask } from './api.js'

/** @typedef {import('./places.js').Place} Place */

/**
 * The run of this id, or the event with its runs.
 * @param {string} wanted
 * @returns {Promise<Partial<Place> | undefined>}
 */
export async function findById(wanted) {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(wanted)) return undefined
  for (const [path, found] of /** @type {const} */ ([
    [`/v1/runs/${wanted}?cut=100`, { run: wanted }],
    [`/v1/events/${wanted}`, { view: 'events', event: wanted, run: '' }],
  ])) {
    try {
      await ask(path)
      return found
    } catch (error) {
      if (!(error instanceof Error && 'status' in error && error.status === 404)) throw error
    }
  }
  return undefined
}
