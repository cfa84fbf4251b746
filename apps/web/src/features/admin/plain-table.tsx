import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'
import { FirstRows } from './first-rows'

type Row = { readonly key: string; readonly cells: readonly ReactNode[] }
/** How a row of a long list is told on a phone. */
type Compact = {
  /** So many of the first cells have a line of their own; the others follow each other. */
  readonly lines: number
  /** Of those that follow, the ones that need no name. */
  readonly bare: readonly number[]
}
type Props = {
  title: string
  /** Where the page's own heading says it already: for screen readers only. */
  quiet?: boolean
  /** In a column beside others, where no screen has room for a table: always in blocks. */
  narrow?: boolean
  /** For a long list: on a phone each row in few lines, and not all of them at once. */
  compact?: Compact
  columns: readonly string[]
  rows: readonly Row[]
}

const shownFirst = 20

const isEmpty = (cell: ReactNode): boolean => cell === null || cell === undefined || cell === false || cell === ''

/** A small table on a wide screen, a block for each row on a narrow one; nothing at all where there is nothing to show. */
export const PlainTable = ({ title, quiet, narrow, compact, columns, rows }: Props) => {
  const id = useId()
  if (rows.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={quiet ? 'sr-only' : 'text-sub'}>
        {title}
      </h2>
      <table aria-labelledby={id} className={cn('mt-2 hidden w-full border-collapse', !narrow && 'md:table')}>
        <thead>
          <tr>
            {columns.map(column => (
              <th
                key={column}
                className="border-b border-edge py-1.5 pr-4 text-left font-semibold whitespace-nowrap last:pr-0"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}>
              {columns.map((column, index) => (
                <td key={column} className="border-b border-line py-1.5 pr-4 align-middle last:pr-0">
                  {row.cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={cn('mt-2', !narrow && 'md:hidden')}>
        {compact ? (
          <FirstRows first={shownFirst} rows={rows.map(row => compactRow(row, columns, compact))} />
        ) : (
          <ul className="border-t border-line">{rows.map(row => blockRow(row, columns))}</ul>
        )}
      </div>
    </section>
  )
}

const blockRow = ({ key, cells }: Row, columns: readonly string[]) => (
  <li key={key} className="border-b border-line py-2">
    <dl>
      {columns.map(
        (column, index) =>
          !isEmpty(cells[index]) && (
            <div key={column} className="grid grid-cols-[6.5rem_1fr] items-baseline gap-x-4">
              <dt className="text-ink-2">{column}</dt>
              <dd className="min-w-0 break-words">{cells[index]}</dd>
            </div>
          ),
      )}
    </dl>
  </li>
)

const compactRow = ({ key, cells }: Row, columns: readonly string[], { lines, bare }: Compact) => (
  <li key={key} className="border-b border-line py-1.5">
    <dl className="flex flex-wrap items-baseline gap-x-4">
      {columns.map(
        (column, index) =>
          !isEmpty(cells[index]) && (
            <div key={column} className={cn('flex min-w-0 items-baseline gap-x-1.5', index < lines && 'basis-full')}>
              <dt className={index < lines || bare.includes(index) ? 'sr-only' : 'shrink-0 text-ink-2'}>{column}</dt>
              <dd className="min-w-0 break-words">{cells[index]}</dd>
            </div>
          ),
      )}
    </dl>
  </li>
)
