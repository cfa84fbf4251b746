import { type DifferenceArea, differenceAreas } from '@makegood/core/reconciliation/difference-kinds'
import { type DifferenceState, differenceStates } from '@makegood/core/reconciliation/reconciliation-views'

export type MoneyQuery = {
  readonly state?: Exclude<DifferenceState, 'OPEN'>
  readonly area?: DifferenceArea
  readonly cursor?: string
}

/** What an address asks of the list of differences; what cannot be understood is left out. */
export const readMoneyQuery = (search: Record<string, string | string[] | undefined>): MoneyQuery => {
  const found = {
    state: differenceStates.find(known => known !== 'OPEN' && known === search.state),
    area: differenceAreas.find(known => known === search.area),
    cursor: typeof search.cursor === 'string' && search.cursor.length <= 100 ? search.cursor : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** The address that asks for this. */
export const moneyAddress = (query: MoneyQuery): string => {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
  return search ? `/admin/money?${search}` : '/admin/money'
}
