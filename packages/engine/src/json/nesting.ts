/** No event, reply or registration needs to be nested deeper, and what works through it calls itself once a level. */
export const deepestNesting = 500

/** Whether arrays and objects stand in one another deeper than that. */
export function isTooDeep(value: unknown, levels = deepestNesting): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  for (const part of Object.values(value)) if (isTooDeep(part, levels - 1)) return true
  return false
}

/** Whether a text is long enough to be nested too deeply at all. */
export const mayBeTooDeep = (text: string) => text.length > 2 * deepestNesting
