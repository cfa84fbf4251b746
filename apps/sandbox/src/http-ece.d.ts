declare module 'http_ece' {
  import type { ECDH } from 'node:crypto'

  /** Opens a body of the content encoding `aes128gcm`; throws where keys or body are not the right ones. */
  export function decrypt(
    body: Buffer,
    params: { readonly version: 'aes128gcm'; readonly privateKey: ECDH; readonly authSecret: string },
  ): Buffer
}
