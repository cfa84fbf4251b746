import { expect, test } from 'vitest'
import { policySchema, toPolicy } from './policy.ts'
import { readEnv } from './read-env.ts'

type DeliveryName = Extract<keyof typeof policySchema.shape, `POLICY_DELIVERY_${string}`>
type AloneName = Extract<keyof typeof policySchema.shape, `POLICY_${'ADJUST' | 'REFUND'}_${string}`>

const read = (env: Record<string, string | undefined>) => toPolicy(readEnv(policySchema, env))

test('a value that makes no sense stops the process, and is named without being shown', () => {
  for (const [name, value] of [
    ['POLICY_RESERVATION_SECONDS', '0'],
    ['POLICY_PAYMENT_SECONDS', '-5'],
    ['POLICY_CONFIRMATION_SECONDS', '1.5'],
    ['POLICY_PACKING_SECONDS', '-1'],
    ['POLICY_SHIPPING_START_SECONDS', 'soon'],
    ['POLICY_COMPLETION_SECONDS', 'NaN'],
    ['POLICY_HOLD_FROM_MINOR', '-1'],
    ['POLICY_CANCEL_FEE_PERCENT', '101'],
    ['POLICY_CANCEL_FEE_PERCENT', '-1'],
    ['POLICY_LATE_PAYMENT', 'keep'],
    ['POLICY_STEP_ATTEMPTS', '0'],
    ['POLICY_STEP_ATTEMPTS', '11'],
    ['POLICY_SAGA_LEASE_SECONDS', '0'],
    ['POLICY_LINE_QUANTITY_MAX', '0'],
    ['POLICY_TOP_UP_MIN_MINOR', '0'],
    ['POLICY_DELIVERY_STANDARD_MINOR', '-1'],
    ['POLICY_DELIVERY_EXPRESS_DAYS_MIN', '0'],
  ] as const)
    expect(() => read({ [name]: value }), `${name}=${value}`).toThrow(`${name} is wrong`)
})

test('every policy value can be set by its own name, and by no other', () => {
  const defaults = read({})
  const set = {
    POLICY_RESERVATION_SECONDS: ['reservationSeconds', '3', 3],
    POLICY_PAYMENT_SECONDS: ['paymentSeconds', '4', 4],
    POLICY_CONFIRMATION_SECONDS: ['confirmationSeconds', '5', 5],
    POLICY_PACKING_SECONDS: ['packingSeconds', '90', 90],
    POLICY_SHIPPING_START_SECONDS: ['shippingStartSeconds', '6', 6],
    POLICY_COMPLETION_SECONDS: ['completionSeconds', '7', 7],
    POLICY_HOLD_FROM_MINOR: ['holdFromMinor', '0', 0n],
    POLICY_CANCEL_FEE_PERCENT: ['cancelFeePercent', '0', 0],
    POLICY_LATE_PAYMENT: ['latePayment', 'refund', 'refund'],
    POLICY_SAGA_LEASE_SECONDS: ['sagaLeaseSeconds', '8', 8],
    POLICY_PAUSE_REMINDER_SECONDS: ['pauseReminderSeconds', '18', 18],
    POLICY_STEP_ATTEMPTS: ['stepAttempts', '1', 1],
    POLICY_RETENTION_SECONDS: ['retentionSeconds', '13', 13],
    POLICY_LINE_QUANTITY_MAX: ['lineQuantityMax', '9', 9],
    POLICY_CART_LINES_MAX: ['cartLinesMax', '10', 10],
    POLICY_TOP_UP_MIN_MINOR: ['topUpMinMinor', '11', 11n],
    POLICY_TOP_UP_MAX_MINOR: ['topUpMaxMinor', '12', 12n],
    POLICY_OPERATOR_SESSION_SECONDS: ['operatorSessionSeconds', '14', 14],
    POLICY_OPERATOR_IDLE_SECONDS: ['operatorIdleSeconds', '15', 15],
    POLICY_INVITATION_SECONDS: ['invitationSeconds', '16', 16],
    POLICY_APPROVAL_SECONDS: ['approvalSeconds', '17', 17],
  } as const satisfies Record<
    Exclude<keyof typeof policySchema.shape, DeliveryName | AloneName>,
    readonly [keyof typeof defaults, string, unknown]
  >
  for (const [name, [key, value, expected]] of Object.entries(set))
    expect(read({ [name]: value }), name).toEqual({ ...defaults, [key]: expected })
})

test('what each role may do alone can be set by its own name', () => {
  const { aloneUpTo } = read({})
  const set = {
    POLICY_ADJUST_SUPPORT_MINOR: {
      ...aloneUpTo,
      'wallet-adjustment': { ...aloneUpTo['wallet-adjustment'], supportMinor: 7n },
    },
    POLICY_ADJUST_FINANCE_MINOR: {
      ...aloneUpTo,
      'wallet-adjustment': { ...aloneUpTo['wallet-adjustment'], financeMinor: 7n },
    },
    POLICY_REFUND_SUPPORT_MINOR: { ...aloneUpTo, refund: { ...aloneUpTo.refund, supportMinor: 7n } },
    POLICY_REFUND_FINANCE_MINOR: { ...aloneUpTo, refund: { ...aloneUpTo.refund, financeMinor: 7n } },
  } as const satisfies Record<AloneName, unknown>
  for (const [name, expected] of Object.entries(set)) expect(read({ [name]: '7' }).aloneUpTo, name).toEqual(expected)
})

test('every price and time of delivery can be set by its own name', () => {
  const { delivery } = read({})
  const { days } = delivery
  const set = {
    POLICY_DELIVERY_STANDARD_MINOR: ['1', { ...delivery, standardMinor: 1n }],
    POLICY_DELIVERY_FREE_FROM_MINOR: ['2', { ...delivery, freeFromMinor: 2n }],
    POLICY_DELIVERY_EXPRESS_MINOR: ['0', { ...delivery, expressMinor: 0n }],
    POLICY_DELIVERY_ABROAD_MINOR: ['4', { ...delivery, abroadMinor: 4n }],
    POLICY_DELIVERY_STANDARD_DAYS_MIN: ['1', { ...delivery, days: { ...days, standard: { min: 1, max: 4 } } }],
    POLICY_DELIVERY_STANDARD_DAYS_MAX: ['9', { ...delivery, days: { ...days, standard: { min: 2, max: 9 } } }],
    POLICY_DELIVERY_EXPRESS_DAYS_MIN: ['5', { ...delivery, days: { ...days, express: { min: 5, max: 5 } } }],
    POLICY_DELIVERY_EXPRESS_DAYS_MAX: ['1', { ...delivery, days: { ...days, express: { min: 1, max: 1 } } }],
    POLICY_DELIVERY_ABROAD_DAYS_MIN: ['8', { ...delivery, days: { ...days, abroad: { min: 8, max: 14 } } }],
    POLICY_DELIVERY_ABROAD_DAYS_MAX: ['6', { ...delivery, days: { ...days, abroad: { min: 7, max: 7 } } }],
  } as const satisfies Record<DeliveryName, readonly [string, unknown]>
  for (const [name, [value, expected]] of Object.entries(set))
    expect(read({ [name]: value }).delivery, name).toEqual(expected)
})

test('without any setting the shop keeps to its own times: 30 and 10 minutes, 24 and 48 hours, 7 days', () => {
  expect(read({})).toMatchObject({
    reservationSeconds: 1800,
    paymentSeconds: 600,
    confirmationSeconds: 86_400,
    shippingStartSeconds: 172_800,
    completionSeconds: 604_800,
    latePayment: 'take-up',
  })
})
