import { countries, ruleOf } from './countries.ts'

/**
 * A kept number as people read it: `+12125550100` as `+1 212 555 0100`. A Korean one is kept that way already; digits that
 * are hidden stay hidden, and a number of a country that the shop does not know stays as it is.
 */
export const formatPhone = (phone: string): string => {
  // No calling code begins with another.
  const rule = countries.map(ruleOf).find(({ callingCode }) => phone.startsWith(`+${callingCode}`))
  if (!rule) return phone
  const groups: string[] = []
  let rest = phone.slice(1 + rule.callingCode.length)
  for (const size of rule.phoneGroups.toReversed()) {
    if (rest.length <= size) break
    groups.unshift(rest.slice(-size))
    rest = rest.slice(0, -size)
  }
  return [`+${rule.callingCode}`, rest, ...groups].join(' ')
}
