import { alertRuleIds } from '@makegood/core/alert/alert-rules'
import { locales } from '@makegood/core/locale'
import { expect, test } from 'vitest'
import { renderAlert } from './render-alert.ts'

const openedAt = new Date('2026-11-25T20:22:10Z')
const link = 'http://shop.test/admin/alerts'

test.each(locales)(
  'every alert has its mail in %s, opening and closing, with value, threshold and the way to it',
  async locale => {
    for (const rule of alertRuleIds)
      for (const moment of ['opened', 'closed'] as const) {
        const closedAt = moment === 'closed' ? new Date('2026-11-25T20:30:00Z') : null
        const numbers = { value: 0.12, worst: 0.31, threshold: 0.1 }
        const mail = await renderAlert({ locale, moment, rule, ...numbers, openedAt, closedAt, link })
        // Its name in words, never its id.
        expect(mail.subject).not.toMatch(new RegExp(`: ${rule}$`))
        expect(mail.html).toContain(link)
        expect(mail.text).toContain(mail.subject)
        if (locale === 'ko') expect(mail.subject).toMatch(/[가-힣]/)
      }
  },
)

test('parts are told in percent, times in seconds, counts as they are', async () => {
  const of = async (rule: 'payment-failures' | 'event-lag' | 'queue', value: number, threshold: number) =>
    (
      await renderAlert({
        locale: 'en',
        moment: 'opened',
        rule,
        value,
        worst: value,
        threshold,
        openedAt,
        closedAt: null,
        link,
      })
    ).text
  expect(await of('payment-failures', 0.125, 0.05)).toMatch(/12\.5 %[\s\S]*5 %/)
  expect(await of('event-lag', 31.04, 30)).toMatch(/31 s[\s\S]*30 s/)
  expect(await of('queue', 12_000, 10_000)).toMatch(/12000[\s\S]*10000/)
})
