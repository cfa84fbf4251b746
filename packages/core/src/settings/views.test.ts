import { expect, test } from 'vitest'
import { alertSchema } from '../alert/alert-settings.ts'
import { policySchema } from '../policy.ts'
import { describeSettings, settingNames } from './views.ts'

const read = (env: Record<string, string>) =>
  describeSettings({ ...policySchema.parse(env), ...alertSchema.parse(env) })

test('every value is there once, and nothing that is no policy', () => {
  const names = read({}).map(({ name }) => name)
  expect(names).toEqual([...settingNames])
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^(POLICY|ALERT)_/)
})

test('a value that is set differs from the usual one and says so; the others do not', () => {
  const changed = read({ POLICY_PAYMENT_SECONDS: '5', ALERT_MAIL_TO: 'a@b.example,c@d.example' }).filter(
    row => row.changed,
  )
  expect(changed).toEqual([
    { name: 'POLICY_PAYMENT_SECONDS', value: '5', usual: '600', changed: true },
    { name: 'ALERT_MAIL_TO', value: 'a@b.example, c@d.example', usual: '', changed: true },
  ])
})
