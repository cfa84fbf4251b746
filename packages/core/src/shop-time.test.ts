import { expect, test } from 'vitest'
import { hasShopClock, lastShopDays, shopDayOf } from './shop-time.ts'

test('a day is the shop’s own: it begins at midnight in Seoul', () => {
  expect(shopDayOf(new Date('2026-11-25T14:59:59.999Z'))).toBe('2026-11-25')
  expect(shopDayOf(new Date('2026-11-25T15:00:00.000Z'))).toBe('2026-11-26')
})

test('the last days are counted back over the ends of months and years, each once', () => {
  expect(lastShopDays(new Date('2027-01-01T15:30:00Z'), 3)).toEqual(['2027-01-02', '2027-01-01', '2026-12-31'])
  expect(new Set(lastShopDays(new Date('2028-03-05T00:00:00Z'), 30)).size).toBe(30)
})

test('a zone has the shop’s clock where it shows the same time, whatever it is called', () => {
  const at = new Date('2026-11-26T03:00:00Z')
  expect(['Asia/Seoul', 'Asia/Tokyo'].map(zone => hasShopClock(zone, at))).toEqual([true, true])
  expect(['UTC', 'America/New_York', 'Asia/Shanghai'].map(zone => hasShopClock(zone, at))).toEqual([
    false,
    false,
    false,
  ])
})
