/** Values of the label `function` are bounded: functions beyond this many are counted together. */
const mostFunctions = 300

/** Names functions for labels: by what `nameOf` says, or "other" once there are too many. */
export function createFunctionLabel(
  nameOf: (functionId: string) => string | undefined,
): (functionId: string) => string {
  const labels = new Map<string, string>()
  return functionId => {
    const known = labels.get(functionId)
    if (known !== undefined) return known
    if (labels.size >= mostFunctions) return 'other'
    const label = nameOf(functionId) ?? 'unknown'
    labels.set(functionId, label)
    return label
  }
}
