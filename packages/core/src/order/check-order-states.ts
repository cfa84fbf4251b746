import { finalStatuses, initialStatus, type OrderStatus, orderStatuses, type Transition } from './order-states.ts'

/**
 * Names every fault of a table of order states: a state that cannot be reached, a state that is not final and has no way
 * to a final one, a final state that is left. An empty list means the table is sound; processes check it at start.
 */
export const findTableFaults = (table: readonly Transition[]): readonly string[] => {
  const reachable = closure([initialStatus], row => [row.from, row.to], table)
  const finishing = closure(finalStatuses, row => [row.to, row.from], table)
  return [
    ...orderStatuses.filter(status => !reachable.has(status)).map(status => `${status} cannot be reached`),
    ...orderStatuses.filter(status => !finishing.has(status)).map(status => `${status} never ends`),
    ...table.filter(row => finalStatuses.includes(row.from)).map(row => `${row.from} is final but moves to ${row.to}`),
  ]
}

const closure = (
  start: readonly OrderStatus[],
  edge: (row: Transition) => readonly [OrderStatus, OrderStatus],
  table: readonly Transition[],
): ReadonlySet<OrderStatus> => {
  const seen = new Set(start)
  // Each pass adds at least one state or is the last, so there are at most as many passes as states.
  for (let pass = 0; pass < orderStatuses.length; pass += 1) {
    for (const row of table) {
      const [near, far] = edge(row)
      if (seen.has(near)) seen.add(far)
    }
  }
  return seen
}
