import { onTestFinished } from 'vitest'
import type { TestApi } from './start-test-api.ts'
import type { TestBrowser } from './test-browser.ts'

export type StreamEvent = {
  readonly event: string | undefined
  readonly id: string | undefined
  readonly data: unknown
}

/** Opens a subscription as a browser's EventSource does; `next` gives one event after another, and null-like fields once it ended. */
export const openEventStream = async (
  { url }: Pick<TestApi, 'url'>,
  browser: TestBrowser,
  procedure: string,
  input: unknown,
  lastEventId?: string,
) => {
  const leaving = new AbortController()
  onTestFinished(() => leaving.abort())
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${url}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, {
    headers: {
      accept: 'text/event-stream',
      ...(cookie ? { cookie } : {}),
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
    signal: leaving.signal,
  })
  if (!answer.body) throw new Error('the subscription has no body')
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<StreamEvent> => {
    for (;;) {
      const end = text.search(/\n\n+/)
      if (end >= 0) {
        const block = text.slice(0, end)
        text = text.slice(end).replace(/^\n+/, '')
        // A sign of life comes whenever it is time for one, between any two events.
        if (block.trim() !== '' && !/^event: ?ping$/m.test(block)) return parse(block)
        continue
      }
      const chunk = await reader.read()
      if (chunk.done) return { event: 'closed', id: undefined, data: undefined }
      text += chunk.value
    }
  }
  return { status: answer.status, headers: answer.headers, next, close: () => leaving.abort() }
}

const parse = (block: string): StreamEvent => {
  const field = (name: string) => block.match(new RegExp(`^${name}: ?(.*)$`, 'm'))?.[1]
  const data = field('data')
  return { event: field('event'), id: field('id'), data: data ? JSON.parse(data) : undefined }
}
