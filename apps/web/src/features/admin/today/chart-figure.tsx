'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'

type Row = { readonly label: string; readonly first: number | null; readonly second: number | null }
type Props = {
  title: string
  /** What the two rows of values are. */
  names: readonly [string, string]
  rows: readonly Row[]
  text: (value: number) => string
  /** As short as the axis needs it. */
  short: (value: number) => string
  tone: 'ink' | 'celadon' | 'rust'
  /** Both as lines; otherwise bars against the line of the period before. */
  lines?: boolean
}

const axis = { fontSize: 12, fill: 'var(--ink-2)' } as const

/** A chart for eyes, and the same values as a table for everybody. */
export const ChartFigure = ({ title, names, rows, text, short, tone, lines = false }: Props) => {
  const t = useTranslations('adminToday.charts')
  const id = useId()
  const colour = `var(--${tone})`
  return (
    <figure aria-labelledby={id} className="min-w-0">
      <figcaption id={id} className="flex flex-wrap items-baseline gap-x-4">
        <span className="font-semibold">{title}</span>
        <span className="flex flex-wrap gap-x-3 text-xs text-ink-2" aria-hidden="true">
          <Key colour={colour} name={names[0]} thick={!lines} />
          <Key colour="var(--edge)" name={names[1]} thick={false} />
        </span>
      </figcaption>
      {/* Until it is measured anew, a chart is as wide as it was. */}
      <div aria-hidden="true" className="mt-2 h-48 w-full overflow-hidden">
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 192 }}>
          <ComposedChart data={[...rows]} margin={{ top: 4, right: 4, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <XAxis dataKey="label" tick={axis} tickLine={false} axisLine={{ stroke: 'var(--edge)' }} minTickGap={12} />
            <YAxis
              tick={axis}
              tickLine={false}
              axisLine={false}
              width={64}
              tickFormatter={short}
              allowDecimals={false}
            />
            <Tooltip
              cursor={{ fill: 'var(--paper-2)', opacity: 0.6 }}
              contentStyle={{
                background: 'var(--sheet)',
                border: '1px solid var(--edge)',
                borderRadius: 2,
                color: 'var(--ink)',
              }}
              itemStyle={{ color: 'var(--ink)' }}
              formatter={value => text(Number(value))}
            />
            {lines ? (
              <Line
                dataKey="first"
                name={names[0]}
                stroke={colour}
                strokeWidth={2}
                // A span between two without a value would be no line at all.
                dot={{ r: 2, fill: colour }}
                isAnimationActive={false}
              />
            ) : (
              <Bar dataKey="first" name={names[0]} fill={colour} isAnimationActive={false} />
            )}
            <Line
              dataKey="second"
              name={names[1]}
              stroke="var(--edge)"
              strokeWidth={1.5}
              strokeDasharray="4 3"
              dot={lines ? { r: 2, fill: 'var(--edge)', strokeDasharray: 'none' } : false}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <details className="mt-1">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-link">
          {t('table')}
          <span className="sr-only"> ({title})</span>
        </summary>
        <table className="w-full border-collapse" aria-labelledby={id}>
          <thead>
            <tr>
              {[t('from'), ...names].map(name => (
                <th key={name} scope="col" className="border-b border-edge py-1 pr-3 text-left font-semibold">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, first, second }) => (
              <tr key={label}>
                <th scope="row" className="figures border-b border-line py-1 pr-3 text-left font-normal">
                  {label}
                </th>
                <td className="figures border-b border-line py-1 pr-3">{first === null ? '–' : text(first)}</td>
                <td className="figures border-b border-line py-1 pr-3">{second === null ? '–' : text(second)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

const Key = ({ colour, name, thick }: { colour: string; name: string; thick: boolean }) => (
  <span className="inline-flex items-center gap-1.5">
    <span style={{ background: colour }} className={thick ? 'size-2.5' : 'h-0.5 w-3.5'} />
    {name}
  </span>
)
