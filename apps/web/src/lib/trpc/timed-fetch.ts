type Init = Omit<RequestInit, 'signal'> & { signal?: AbortSignal | null | undefined }

/** `fetch` that never waits longer than this; what the caller aborts is aborted too. */
export const timedFetch =
  (timeoutMs: number) =>
  (input: RequestInfo | URL | string, init?: Init): Promise<Response> => {
    const timeout = AbortSignal.timeout(timeoutMs)
    return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout })
  }
