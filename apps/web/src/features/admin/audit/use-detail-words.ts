import { useCodeWords } from '../use-code-words'
import { useStepName } from '../use-step-name'
import { useWordsOr } from '../use-words-or'

/** The words of a value that has some, by the field that it stands in; whatever a person has typed stays as it is. */
export const useDetailWords = () => {
  const incidentOf = useWordsOr('admin.incidentKinds')
  const approvalOf = useWordsOr('adminCustomers.kinds')
  const stockOf = useWordsOr('adminCatalogue.stock.kinds')
  const couponOf = useWordsOr('adminBoards.coupons.kinds')
  const stateOf = useWordsOr('adminCatalogue.states')
  const roleOf = useWordsOr('adminShell.roles')
  const statusOf = useWordsOr('order.statuses')
  const channelOf = useWordsOr('admin.channels')
  const legOf = useWordsOr('admin.refunds.legs')
  const sourceOf = useWordsOr('admin.refunds.sources')
  const ruleOf = useWordsOr('adminAlerts.rules')
  const plainOf = useWordsOr('adminAudit.values')
  const eventOf = useCodeWords('adminAudit.acts')
  const stepOf = useStepName()
  const words: Readonly<Record<string, (value: string) => string>> = {
    kind: value => couponOf(stockOf(approvalOf(incidentOf(value)))),
    value: value => roleOf(stateOf(value)),
    role: roleOf,
    fromStatus: statusOf,
    channel: channelOf,
    leg: legOf,
    source: sourceOf,
    rule: ruleOf,
    event: value => eventOf(plainOf(value)),
    stepId: stepOf,
    fromStep: stepOf,
    direction: plainOf,
    file: plainOf,
    ended: plainOf,
    sort: plainOf,
  }
  return (field: string, value: string): string => words[field]?.(value) ?? value
}
