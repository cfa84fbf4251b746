/** The push services of the browser makers. */
const browserHosts = [
  'fcm.googleapis.com',
  'jmt17.google.com',
  'updates.push.services.mozilla.com',
  'push.services.mozilla.com',
  'web.push.apple.com',
  'push.apple.com',
  'notify.windows.com',
]

/**
 * True where a browser's push service answers: a subscription comes from the shopper's side, and must not make the shop
 * send requests to wherever it names.
 */
export const isPushEndpoint = (endpoint: string, moreOrigins: readonly string[]): boolean => {
  if (!URL.canParse(endpoint)) return false
  const url = new URL(endpoint)
  if (url.username !== '' || url.password !== '') return false
  if (moreOrigins.includes(url.origin)) return true
  if (url.protocol !== 'https:' || url.port !== '') return false
  return browserHosts.some(host => url.hostname === host || url.hostname.endsWith(`.${host}`))
}
