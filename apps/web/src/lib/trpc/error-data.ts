/** What an api error carries; empty where the api did not answer as itself. */
export const dataOf = (error: unknown): Record<string, unknown> => {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : null
  return typeof data === 'object' && data !== null ? { ...data } : {}
}
