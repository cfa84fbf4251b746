import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LimitKind, orderLimits } from '../../packages/core/src/order/order-limits.ts'
import { policySchema } from '../../packages/core/src/policy.ts'
import { rootDir } from '../lib/paths.ts'

type PolicyName = keyof typeof policySchema.shape

const names = Object.keys(policySchema.shape) as PolicyName[]

/** Which policy value says when each limit falls due. */
const policyOf: Readonly<Record<LimitKind, PolicyName>> = {
  reservation: 'POLICY_RESERVATION_SECONDS',
  payment: 'POLICY_PAYMENT_SECONDS',
  confirmation: 'POLICY_CONFIRMATION_SECONDS',
  'shipping-start': 'POLICY_SHIPPING_START_SECONDS',
  completion: 'POLICY_COMPLETION_SECONDS',
}

const defaults = policySchema.parse({})

/** The tables of time limits and of policy values: names and defaults from the schema, what each is for from its comment. */
export const describePolicy = (): string => {
  const meanings = readMeanings()
  const limits = (Object.keys(orderLimits) as LimitKind[]).map(kind => {
    const name = policyOf[kind]
    return `| ${kind} | ${orderLimits[kind].inStatuses.join(', ')} | ${inWords(name)} | \`${name}\` | ${meanings.get(name)} |`
  })
  const values = names.map(name => `| \`${name}\` | ${inWords(name)} | ${meanings.get(name)} |`)
  return `## Time limits

A limit is a row with its due time, written with the move that begins it. It is enforced once, by a guarded write; an order that has moved on is left alone.

| limit | means something in | default | set by | what it is for |
| --- | --- | --- | --- | --- |
${limits.join('\n')}

## Policy values

From \`packages/core/src/policy.ts\`; each can be set by the environment of the api.

| name | default | what it is for |
| --- | --- | --- |
${values.join('\n')}
`
}

/** The comment that stands before each value, one for each. Throws where one has none. */
const readMeanings = (): ReadonlyMap<PolicyName, string> => {
  const text = readFileSync(join(rootDir, 'packages/core/src/policy.ts'), 'utf8')
  const meanings = new Map<PolicyName, string>()
  for (const name of names) {
    const before = text.slice(0, text.indexOf(`  ${name}:`))
    const comment = before.match(/\/\*\* ([^*]+) \*\/\s*$/)?.[1]
    if (!comment) throw new Error(`${name} has no comment that says what it is for.`)
    meanings.set(name, comment)
  }
  return meanings
}

const units = [
  [86_400, 'days'],
  [3600, 'hours'],
  [60, 'minutes'],
] as const

const inWords = (name: PolicyName): string => {
  const value = defaults[name]
  if (!name.endsWith('_SECONDS')) return String(value)
  const seconds = Number(value)
  const [size, unit] = units.find(([length]) => seconds % length === 0 && seconds > length) ?? [1, 'seconds']
  return `${seconds / size} ${unit}`
}
