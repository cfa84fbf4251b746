import type { ImportProblem } from './import-columns.ts'
import type { ImportView } from './import-views.ts'
import type { ImportPlan, PlannedLine } from './plan-import.ts'

const changesShown = 100
const valueShown = 120

/** A plan as an operator looks at it: how many lines of each kind, the first changes, and every line that is wrong. */
export const summarizeImport = (
  { lines }: ImportPlan,
  problems: readonly ImportProblem[],
): Pick<ImportView, 'counts' | 'changes' | 'problems'> => {
  const count = (what: PlannedLine['what']) => lines.filter(line => line.what === what).length
  return {
    counts: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      bad: new Set(problems.map(({ line }) => line)).size,
    },
    changes: lines
      .flatMap(({ line, product, sku, what, changes }) =>
        what === 'unchanged' ? [] : [{ line, product, sku, what, fields: changes.map(shorten) }],
      )
      .slice(0, changesShown),
    problems: [...problems].sort((one, other) => one.line - other.line),
  }
}

const shorten = ({ column, before, after }: PlannedLine['changes'][number]) => ({
  column,
  before: before.slice(0, valueShown),
  after: after.slice(0, valueShown),
})
