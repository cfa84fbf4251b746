import { afterPaymentScenarios } from './after-payment-scenarios.ts'
import { latePaymentScenarios } from './late-payment-scenarios.ts'
import { paymentScenarios } from './payment-scenarios.ts'
import type { Scenario } from './scenario.ts'
import { topUpScenarios } from './top-up-scenarios.ts'

/** Every way through every saga. */
export const scenarios: readonly Scenario[] = [
  ...paymentScenarios,
  ...afterPaymentScenarios,
  ...topUpScenarios,
  ...latePaymentScenarios,
]
