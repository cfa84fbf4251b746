import { DomainError } from '@makegood/core/errors'

/** Where a page that is ordered by a moment and an id ends; an ISO moment has 24 characters. */
export const timeCursor = (at: Date, id: string): string => `${at.toISOString()}_${id}`

/** Reads a cursor of such a page; refuses anything else. */
export const parseTimeCursor = (cursor: string): { readonly at: Date; readonly id: string } => {
  const at = new Date(cursor.slice(0, 24))
  if (Number.isNaN(at.getTime()) || cursor[24] !== '_')
    throw new DomainError('invalid-input', 'not a cursor of this list')
  return { at, id: cursor.slice(25) }
}
