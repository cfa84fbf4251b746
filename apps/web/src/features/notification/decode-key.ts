/** The bytes of a key that is written in base64url, as browsers want it. */
export const decodeKey = (key: string): Uint8Array<ArrayBuffer> => {
  const text = atob(key.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, letter => letter.charCodeAt(0))
}
