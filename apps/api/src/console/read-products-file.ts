import { readCell } from '@makegood/core/catalogue/csv-cells'
import {
  type ImportColumn,
  type ImportProblem,
  importColumns,
  importRowsMax,
  keyColumns,
} from '@makegood/core/catalogue/import-columns'
import type { ImportRefusal } from '@makegood/core/catalogue/import-views'
import { type ImportRow, readImportRow } from '@makegood/core/catalogue/read-import-row'
import { DomainError } from '@makegood/core/errors'
import { CsvError, type InfoRecord, parse } from 'csv-parse'

export type ProductsFile = { readonly rows: readonly ImportRow[]; readonly problems: readonly ImportProblem[] }

const refuse = (reason: ImportRefusal, columns: readonly string[] = [], cause?: unknown): DomainError =>
  new DomainError('invalid-input', `the file cannot be read: ${reason}`, { reason, columns }, { cause })

/** The text of a file: UTF-8, or what a Korean spreadsheet writes; anything else is refused. */
export const decodeFile = (bytes: Uint8Array): string => {
  for (const encoding of ['utf-8', 'euc-kr'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  throw refuse('not-text')
}

const partChars = 64 * 1024

/** Reads a file of products line by line, other work goes on meanwhile; refuses one whose heading or form cannot be understood. */
export const readProductsFile = async (text: string): Promise<ProductsFile> => {
  const rows: ImportRow[] = []
  const problems: ImportProblem[] = []
  let columns: readonly ImportColumn[] | null = null
  let count = 0
  try {
    for await (const { record, info } of parseText(text)) {
      if (!columns) {
        columns = readHeading(record)
        continue
      }
      count += 1
      if (count > importRowsMax) throw refuse('too-many-rows')
      const line = info.lines - record.join('').split('\n').length + 1
      if (record.length !== columns.length) {
        problems.push({ line, column: null, code: 'cell-count', value: `${record.length} / ${columns.length}` })
        continue
      }
      const cells = Object.fromEntries(columns.map((column, at) => [column, readCell(record[at] ?? '')]))
      const read = readImportRow({ line, cells })
      if ('row' in read) rows.push(read.row)
      else problems.push(...read.problems)
    }
  } catch (error) {
    if (error instanceof CsvError) throw refuse('not-csv', [], error)
    throw error
  }
  if (count === 0) throw refuse('no-rows')
  return { rows, problems }
}

const readHeading = (cells: readonly string[]): readonly ImportColumn[] => {
  const names = cells.map(cell => cell.trim().toLowerCase())
  const unknown = names.filter(name => !importColumns.some(column => column === name))
  if (unknown.length > 0)
    throw refuse(
      'unknown-columns',
      unknown.slice(0, 10).map(name => name.slice(0, 40)),
    )
  if (new Set(names).size !== names.length) throw refuse('columns-twice')
  const missing = keyColumns.filter(column => !names.includes(column))
  if (missing.length > 0) throw refuse('no-columns', missing)
  return names as ImportColumn[]
}

type Read = { readonly record: readonly string[]; readonly info: InfoRecord }

/** A part at a time, so that a large file does not keep everybody else waiting. */
const parseText = (text: string): AsyncIterable<Read> => {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: partChars,
  })
  const write = async (): Promise<void> => {
    for (let at = 0; at < text.length; at += partChars) {
      if (parser.destroyed) return
      if (!parser.write(text.slice(at, at + partChars))) await new Promise(resolve => parser.once('drain', resolve))
      await new Promise(resolve => setImmediate(resolve))
    }
    parser.end()
  }
  void write()
  return parser
}
