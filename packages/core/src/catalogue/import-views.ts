import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { importColumns, importProblems } from './import-columns.ts'

/** Why a file as a whole cannot be read. */
export const importRefusals = [
  'not-csv',
  'not-text',
  'too-large',
  'too-many-rows',
  'no-rows',
  'no-columns',
  'unknown-columns',
  'columns-twice',
] as const
export type ImportRefusal = (typeof importRefusals)[number]

const column = z.enum(importColumns)

export const importProblemSchema = z.object({
  line: z.int(),
  column: column.nullable(),
  code: z.enum(importProblems),
  value: z.string(),
})

/** What a file would do, or has done: lines by what they are, the first changes, and the first of the bad ones. */
export const importViewSchema = z.object({
  importId: z.string(),
  fileName: z.string(),
  status: z.enum(['PREVIEWED', 'APPLIED', 'DISCARDED']),
  counts: z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), bad: z.int() }),
  changes: z.array(
    z.object({
      line: z.int(),
      product: z.string(),
      sku: z.string(),
      what: z.enum(['new', 'changed']),
      fields: z.array(z.object({ column, before: z.string(), after: z.string() })),
    }),
  ),
  problems: z.array(importProblemSchema),
})
export type ImportView = z.infer<typeof importViewSchema>

export const importInput = z.strictObject({ importId: idSchema('catalogueImport') })
export const applyImportInput = importInput.extend({
  /** With it a file that has a bad line changes nothing. */
  allOrNothing: z.boolean(),
})
