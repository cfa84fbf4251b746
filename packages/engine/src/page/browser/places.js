/**
 * Where in the page one is; all of it stands in the address.
 * @typedef {{ view: 'runs' | 'events' | 'functions', run?: string, event?: string, function?: string, status?: string }} Place
 */

const views = /** @type {const} */ (['runs', 'events', 'functions'])
const names = /** @type {const} */ (['run', 'event', 'function', 'status'])

/**
 * @param {string} search
 * @returns {Place}
 */
export function readPlace(search) {
  const given = new URLSearchParams(search)
  const place = /** @type {Place} */ ({ view: views.find(view => view === given.get('view')) ?? 'runs' })
  for (const name of names) {
    const value = given.get(name)
    if (value) place[name] = value
  }
  return place
}

/** @param {Place} place */
export function pathTo(place) {
  const search = new URLSearchParams()
  if (place.view !== 'runs') search.set('view', place.view)
  for (const name of names) {
    const value = place[name]
    if (value) search.set(name, value)
  }
  const text = search.toString()
  return text === '' ? '/' : `/?${text}`
}
