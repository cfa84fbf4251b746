import { z } from 'zod'
import { alertSchema } from '../alert/alert-settings.ts'
import { policySchema } from '../policy.ts'

const shapes = { policy: policySchema.shape, alerts: alertSchema.shape }
export type SettingName = keyof typeof policySchema.shape | keyof typeof alertSchema.shape
export const settingNames = Object.values(shapes).flatMap(shape => Object.keys(shape)) as readonly SettingName[]

/** What a value is counted in, by its name. */
export const settingUnitOf = (name: SettingName): 'seconds' | 'money' | 'percent' | 'part' | 'days' | 'plain' => {
  if (name.endsWith('_SECONDS')) return 'seconds'
  if (name.endsWith('_MINOR')) return 'money'
  if (name.endsWith('_PERCENT')) return 'percent'
  if (name.endsWith('_FAILURES')) return 'part'
  return name.includes('_DAYS_') ? 'days' : 'plain'
}

export const settingsViewSchema = z.object({
  settings: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      usual: z.string(),
      changed: z.boolean(),
    }),
  ),
})
export type SettingView = z.infer<typeof settingsViewSchema>['settings'][number]

const inWords = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''))

/** Every policy value and alert threshold as it is set, and as it is where nobody sets it. None of them is a secret. */
export const describeSettings = (env: Readonly<Partial<Record<SettingName, unknown>>>): SettingView[] => {
  const usual: Record<string, unknown> = { ...policySchema.parse({}), ...alertSchema.parse({}) }
  return settingNames.map(name => {
    const value = inWords(env[name])
    return { name, value, usual: inWords(usual[name]), changed: value !== inWords(usual[name]) }
  })
}
