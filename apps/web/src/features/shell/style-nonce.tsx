'use client'

/** Lets the style sheet that a panel adds while it is open pass the content policy. */
export const StyleNonce = ({ nonce }: { nonce: string }) => {
  Object.assign(globalThis, { __webpack_nonce__: nonce })
  return null
}
