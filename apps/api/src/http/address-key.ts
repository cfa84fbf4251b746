import { isIPv4, isIPv6 } from 'node:net'

/** One key for one household or office: an IPv4 address, or the /64 that an IPv6 address is free to move within. */
export const addressKey = (address: string): string => {
  const mapped = address.toLowerCase().startsWith('::ffff:') ? address.slice(7) : address
  if (isIPv4(mapped)) return mapped
  if (!isIPv6(address)) return 'unknown'
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const groups = [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
