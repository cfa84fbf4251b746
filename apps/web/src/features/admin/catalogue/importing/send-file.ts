/** Sends a file to the api as it is; throws what the api says where it refuses, in the shape of every other error of it. */
export const sendFile = async (address: string, file: Blob, contentType: string): Promise<Record<string, unknown>> => {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: file,
    signal: AbortSignal.timeout(30_000),
  })
  const body: unknown = await answer.json().catch(() => ({}))
  const record = typeof body === 'object' && body !== null ? { ...body } : {}
  if (answer.ok) return record
  const error = 'error' in record && typeof record.error === 'object' ? record.error : null
  throw Object.assign(new Error('the file was refused'), error ?? { data: { httpStatus: answer.status } })
}
