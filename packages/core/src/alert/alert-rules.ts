import type { AlertSettings } from './alert-settings.ts'

/** What is measured each minute; null where it could not be asked. */
export type Measurements = {
  readonly reservations: { readonly failed: number; readonly all: number } | null
  readonly payments: { readonly failed: number; readonly all: number } | null
  readonly eventLagSeconds: number | null
  /** Within which 95 of 100 answers came, of the slowest api process. */
  readonly answerSeconds: number | null
  readonly queue: number | null
  readonly failedUndos: number | null
  readonly failedRefunds: number | null
}

export type AlertUnit = 'part' | 'seconds' | 'count'
/** `unknown` leaves an alert as it is; a part of too few says nothing, and counts as kept. */
type Measured = number | 'unknown' | 'too-few'
type AlertRule = {
  readonly id: string
  readonly unit: AlertUnit
  /** Fires above this. */
  threshold(settings: AlertSettings): number
  measure(measured: Measurements, settings: AlertSettings): Measured
}

const partOf = (counts: Measurements['payments'], { samplesMin }: AlertSettings): Measured => {
  if (counts === null) return 'unknown'
  return counts.all < samplesMin ? 'too-few' : counts.failed / counts.all
}
const known = (value: number | null): number | 'unknown' => value ?? 'unknown'

/** Everything that the shop raises an alert for, in the order of the design. Adding one is adding it here, with its words. */
export const alertRules = [
  {
    id: 'reservation-failures',
    unit: 'part',
    threshold: settings => settings.reservationFailures,
    measure: (measured, settings) => partOf(measured.reservations, settings),
  },
  {
    id: 'payment-failures',
    unit: 'part',
    threshold: settings => settings.paymentFailures,
    measure: (measured, settings) => partOf(measured.payments, settings),
  },
  {
    id: 'event-lag',
    unit: 'seconds',
    threshold: settings => settings.eventLagSeconds,
    measure: measured => known(measured.eventLagSeconds),
  },
  {
    id: 'slow-answers',
    unit: 'seconds',
    threshold: settings => settings.answerSeconds,
    measure: measured => known(measured.answerSeconds),
  },
  { id: 'queue', unit: 'count', threshold: settings => settings.queue, measure: measured => known(measured.queue) },
  { id: 'failed-undo', unit: 'count', threshold: () => 0, measure: measured => known(measured.failedUndos) },
  { id: 'failed-refund', unit: 'count', threshold: () => 0, measure: measured => known(measured.failedRefunds) },
] as const satisfies readonly AlertRule[]

export type AlertRuleId = (typeof alertRules)[number]['id']
export const alertRuleIds = alertRules.map(({ id }) => id) as readonly AlertRuleId[] as [AlertRuleId, ...AlertRuleId[]]

export type AlertFinding = {
  readonly rule: AlertRuleId
  readonly value: number
  readonly threshold: number
  readonly fires: boolean
}

/** What the rules say of these measurements; a rule that could not be measured says nothing. */
export const evaluateAlerts = (measured: Measurements, settings: AlertSettings): readonly AlertFinding[] =>
  alertRules.flatMap(rule => {
    const told = rule.measure(measured, settings)
    const threshold = rule.threshold(settings)
    if (told === 'unknown') return []
    const value = told === 'too-few' ? 0 : told
    return [{ rule: rule.id, value, threshold, fires: value > threshold }]
  })

export type RuleNow = { readonly rule: AlertRuleId; readonly value: number | null; readonly threshold: number }

/** Each rule with what it measures now; null where that is unknown, or a part of too few. */
export const describeRules = (measured: Measurements, settings: AlertSettings): readonly RuleNow[] =>
  alertRules.map(rule => {
    const value = rule.measure(measured, settings)
    return { rule: rule.id, value: typeof value === 'number' ? value : null, threshold: rule.threshold(settings) }
  })

export const unitOf = (id: AlertRuleId): AlertUnit => alertRules.find(rule => rule.id === id)?.unit ?? 'count'

/** A rule's value or threshold for people: `12.5 %`, `31 s`, `3`. */
export const alertValueText = (id: AlertRuleId, value: number): string => {
  const unit = unitOf(id)
  if (unit === 'part') return `${Math.round(value * 1000) / 10} %`
  if (unit === 'seconds') return `${Math.round(value * 10) / 10} s`
  return String(Math.round(value))
}
