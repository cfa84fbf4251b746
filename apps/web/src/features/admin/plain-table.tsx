import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

type Row = { readonly key: string; readonly cells: readonly ReactNode[] }
type Props = {
  title: string
  /** Where the page's own heading says it already: for screen readers only. */
  quiet?: boolean
  /** In a column beside others, where no screen has room for a table: always in blocks. */
  narrow?: boolean
  columns: readonly string[]
  rows: readonly Row[]
}

const isEmpty = (cell: ReactNode): boolean => cell === null || cell === undefined || cell === false || cell === ''

/** A small table on a wide screen, a block for each row on a narrow one; nothing at all where there is nothing to show. */
export const PlainTable = ({ title, quiet, narrow, columns, rows }: Props) => {
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
      <ul className={cn('mt-2 border-t border-line', !narrow && 'md:hidden')}>
        {rows.map(row => (
          <li key={row.key} className="border-b border-line py-2">
            <dl>
              {columns.map(
                (column, index) =>
                  !isEmpty(row.cells[index]) && (
                    <div key={column} className="grid grid-cols-[6.5rem_1fr] items-baseline gap-x-4">
                      <dt className="text-ink-2">{column}</dt>
                      <dd className="min-w-0 break-words">{row.cells[index]}</dd>
                    </div>
                  ),
              )}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
