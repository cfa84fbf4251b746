import { learnTime } from './times.js'

const storageKey = 'engine-signing-key-hash'

/** What the engine, or the way to it, has answered instead of the data. */
export class ApiError extends Error {
  /**
   * @param {string} message
   * @param {number} status 0 where no answer came
   */
  constructor(message, status) {
    super(message)
    this.status = status
  }
}

/** @type {() => void} */
let onSignedOut = () => undefined

/** @param {() => void} listener called when the engine wants a key, or another one */
export function whenSignedOut(listener) {
  onSignedOut = listener
}

export function signOut() {
  sessionStorage.removeItem(storageKey)
}

export function isSignedIn() {
  return sessionStorage.getItem(storageKey) !== null
}

/**
 * Keeps the key's hash in this tab: enough for the API, useless for signing requests to apps. False where it is not
 * the engine's key.
 * @param {string} key
 */
export async function signIn(key) {
  const digits = /^(signkey-\w+-)?((?:[0-9a-f]{2})+)$/i.exec(key.trim())
  if (!digits?.[2]) return false
  const bytes = Uint8Array.from(digits[2].match(/../g) ?? [], pair => Number.parseInt(pair, 16))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
  const token = `${digits[1] ?? ''}${hex}`
  const response = await fetch('/v1/overview', { headers: { authorization: `Bearer ${token}` } })
  if (!response.ok) return false
  sessionStorage.setItem(storageKey, token)
  return true
}

function authorization() {
  const token = sessionStorage.getItem(storageKey)
  return /** @type {Record<string, string>} */ (token === null ? {} : { authorization: `Bearer ${token}` })
}

/**
 * Asks the engine; an ApiError where it does not answer with data.
 * @param {string} path
 * @param {{ method?: string, body?: unknown, headers?: Record<string, string>, signal?: AbortSignal }} [options]
 * @returns {Promise<any>}
 */
export async function ask(path, { method = 'GET', body, headers = {}, signal } = {}) {
  const response = await reach(path, {
    method,
    headers: { ...authorization(), ...headers },
    signal: signal ?? AbortSignal.timeout(30_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const answer = text === '' ? {} : JSON.parse(text)
  if (response.status === 401) onSignedOut()
  if (!response.ok) throw new ApiError(answer.error ?? `The engine answered ${response.status}`, response.status)
  learnTime(answer.metadata?.fetched_at)
  return answer
}

/**
 * @param {string} path
 * @param {RequestInit} init
 */
async function reach(path, init) {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError('The engine does not answer. Is it running?', 0)
  }
}

/**
 * Reads the stream of events until it ends.
 * @param {(event: string, data: any) => void} onEvent
 * @param {() => void} onOpen
 */
export async function follow(onEvent, onOpen) {
  const stop = new AbortController()
  let watchdog = 0
  const alive = () => {
    clearTimeout(watchdog)
    watchdog = window.setTimeout(() => stop.abort(), 40_000)
  }
  alive()
  try {
    const response = await reach('/v1/live', { headers: authorization(), signal: stop.signal })
    if (response.status === 401) onSignedOut()
    if (!response.ok || !response.body) {
      const { error } = await response.json()
      throw new ApiError(error, response.status)
    }
    onOpen()
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      alive()
      const parts = (text + value).split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) tell(part, onEvent)
    }
  } finally {
    clearTimeout(watchdog)
  }
}

/**
 * @param {string} part
 * @param {(event: string, data: any) => void} onEvent
 */
function tell(part, onEvent) {
  const event = /^event: (.*)$/m.exec(part)?.[1]
  const data = /^data: (.*)$/m.exec(part)?.[1]
  if (event && data) onEvent(event, JSON.parse(data))
}
