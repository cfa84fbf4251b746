/** Whether these cookies may belong to somebody whom the shop knows: a person who signed in, or a guest with a cart. */
export const knownBy = (cookieNames: readonly string[]): { readonly session: boolean; readonly cart: boolean } => {
  const session = cookieNames.some(name => name.endsWith('.session_token'))
  return { session, cart: session || cookieNames.includes('mg_visitor') }
}
