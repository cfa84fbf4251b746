/** Where the shop's day begins and ends. */
export const shopTimeZone = 'Asia/Seoul'

// Made when it is first asked for: that takes a phone a moment, and most pages name the zone only.
let dayInShop: Intl.DateTimeFormat | undefined

/** The shop's calendar day at this instant, such as `2026-11-26`. */
export const shopDayOf = (at: Date): string => {
  dayInShop ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: shopTimeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return dayInShop.format(at)
}

const clockIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)

/** Whether the clocks of this zone show what the shop's show at this instant. */
export const hasShopClock = (timeZone: string, at: Date): boolean => clockIn(timeZone, at) === clockIn(shopTimeZone, at)

/** The shop's last so many days, today first. */
export const lastShopDays = (now: Date, days: number): readonly string[] => {
  const noon = new Date(`${shopDayOf(now)}T12:00:00Z`)
  return Array.from({ length: days }, (_, back) => {
    const day = new Date(noon)
    day.setUTCDate(noon.getUTCDate() - back)
    return day.toISOString().slice(0, 10)
  })
}

/** The instant at which this calendar day begins in the shop. */
export const startOfShopDay = (day: string): Date => {
  const guess = new Date(`${day}T00:00:00Z`)
  const offset = offsetInShop.formatToParts(guess).find(part => part.type === 'timeZoneName')?.value ?? 'GMT'
  return new Date(`${day}T00:00:00${offset.replace('GMT', '') || 'Z'}`)
}

const offsetInShop = new Intl.DateTimeFormat('en', { timeZone: shopTimeZone, timeZoneName: 'longOffset' })
