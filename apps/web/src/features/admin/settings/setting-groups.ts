import { type SettingName, settingNames } from '@makegood/core/settings/views'

/** In which group of the page a value stands, by how its name begins; the first that fits. */
const groups = [
  ['alerts', ['ALERT_']],
  ['delivery', ['POLICY_DELIVERY_']],
  ['operators', ['POLICY_OPERATOR_', 'POLICY_INVITATION_', 'POLICY_APPROVAL_', 'POLICY_ADJUST_', 'POLICY_REFUND_']],
  ['running', ['POLICY_SAGA_', 'POLICY_STEP_', 'POLICY_RETENTION_']],
  [
    'limits',
    [
      'POLICY_RESERVATION_',
      'POLICY_PAYMENT_',
      'POLICY_CONFIRMATION_',
      'POLICY_PACKING_',
      'POLICY_SHIPPING_START_',
      'POLICY_COMPLETION_',
    ],
  ],
  ['orders', ['POLICY_']],
] as const

export type SettingGroup = (typeof groups)[number][0]

const groupOf = (name: SettingName): SettingGroup =>
  groups.find(([, begins]) => begins.some(begin => name.startsWith(begin)))?.[0] ?? 'orders'

/** The groups in the order of the page, each with its values in the order of their schema. */
export const settingGroups = (['limits', 'orders', 'delivery', 'operators', 'running', 'alerts'] as const).map(
  group => [group, settingNames.filter(name => groupOf(name) === group)] as const,
)
