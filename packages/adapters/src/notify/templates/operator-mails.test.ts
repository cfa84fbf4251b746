import { locales } from '@makegood/core/locale'
import { secondFactorChanges } from '@makegood/core/user/second-factor'
import { expect, test } from 'vitest'
import { renderInvitation } from './render-invitation.ts'
import { renderSecondFactorChange } from './render-second-factor-change.ts'

const link = 'http://localhost:3000/invitation?token=abc'
const linksOf = (html: string) => new Set([...html.matchAll(/href="([^"]+)"/g)].map(match => match[1]))

test.each(locales)(
  'in %s an invitation has one way, says how long it is open, and shows names as text',
  async locale => {
    const mail = { locale, name: '<b>Mina</b>', invitedBy: '<i>Yujin</i>', hours: 72, link }
    const { html, text } = await renderInvitation(mail)
    expect(linksOf(html)).toEqual(new Set([link]))
    expect(text).toContain('72')
    expect(html).not.toMatch(/<b>Mina|<i>Yujin/)
  },
)

test.each(locales)('in %s each change of a second factor is told in words of its own', async locale => {
  const texts = await Promise.all(
    secondFactorChanges.map(async change => {
      const told = { locale, name: '<b>Mina</b>', change, recoveryCodesLeft: 7, link }
      const { html, text } = await renderSecondFactorChange(told)
      expect(html).not.toContain('<b>Mina')
      return text
    }),
  )
  expect(new Set(texts).size).toBe(secondFactorChanges.length)
})
