export type JsonAnswer = { readonly status: number; readonly body: unknown }

export type JsonQuestion = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Sent as JSON, a form as a form. */
  readonly body?: unknown
  readonly signal: AbortSignal
}

const answerBytesMax = 1024 * 1024

/** The answer's text, or nothing where it is longer than a megabyte. */
export const readText = async (response: Response): Promise<string> => {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.byteLength
    if (bytes > answerBytesMax) return ''
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * Sends one request, once, follows no redirect, and reads at most a megabyte of the answer; a body that is longer or no
 * JSON is `undefined`.
 */
export const askJson = async ({ method, url, headers, body, signal }: JsonQuestion): Promise<JsonAnswer> => {
  const isForm = body instanceof URLSearchParams
  const response = await fetch(url, {
    method,
    headers: body === undefined || isForm ? headers : { ...headers, 'content-type': 'application/json' },
    body: body === undefined ? null : isForm ? body : JSON.stringify(body),
    redirect: 'manual',
    signal,
  })
  return { status: response.status, body: parse(await readText(response)) }
}
