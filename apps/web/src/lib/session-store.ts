type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Stands in where the browser keeps nothing (private windows, full storage): it lasts as long as the page. */
const createMemory = (): Kept => {
  const values = new Map<string, string>()
  return {
    getItem: key => values.get(key) ?? null,
    setItem: (key, value) => {
      values.set(key, value)
    },
    removeItem: key => {
      values.delete(key)
    },
  }
}

const openStorage = (): Kept => {
  try {
    const probe = 'makegood.probe'
    globalThis.sessionStorage.setItem(probe, '1')
    globalThis.sessionStorage.removeItem(probe)
    return globalThis.sessionStorage
  } catch (error) {
    console.warn('this browser keeps nothing between pages', error)
    return createMemory()
  }
}

let opened: Kept | undefined

/** What this tab keeps until it is closed. */
export const sessionStore = (): Kept => {
  opened ??= openStorage()
  return opened
}

/** Reads a JSON value; null where there is none or it is damaged, since what a tab kept is only a convenience. */
export const readKept = (store: Pick<Storage, 'getItem'>, key: string): unknown => {
  const text = store.getItem(key)
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch (error) {
    console.warn(`what was kept as ${key} cannot be read`, error)
    return null
  }
}
