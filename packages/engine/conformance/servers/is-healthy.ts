/** Whether a server answers at the address now. */
export async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch (error) {
    // It does not listen yet, or not quickly enough.
    if (error instanceof TypeError || error instanceof DOMException) return false
    throw error
  }
}
