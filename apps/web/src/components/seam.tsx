import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { seamPath } from './seam-path'

export type SeamDot = 'done' | 'mended' | 'now' | 'todo' | 'stopped'
export type SeamLine = 'solid' | 'dashed' | 'pale' | 'none'

const strokes: Record<Exclude<SeamLine, 'none'>, string> = {
  solid: 'stroke-gold',
  dashed: 'stroke-gold-2 [stroke-dasharray:5_4]',
  pale: 'stroke-line',
}

const dots: Record<SeamDot, string> = {
  done: 'bg-gold',
  mended: 'border-[3px] border-gold bg-sheet',
  now: 'border-2 border-ink bg-sheet',
  todo: 'border-[1.5px] border-edge bg-sheet',
  stopped: 'rotate-45 rounded-none! bg-rust',
}

type Props = { seed: number; dot: SeamDot; line: SeamLine; fresh?: boolean; dense?: boolean; children: ReactNode }

/** One stop on the seam: its mark, the stretch of gold that leads to the next, and its words. */
export const SeamStop = ({ seed, dot, line, fresh, dense, children }: Props) => (
  <li className={cn('relative', dense ? 'pl-8' : 'pl-11 sm:pl-14', line !== 'none' && (dense ? 'pb-5' : 'pb-7'))}>
    <span
      aria-hidden="true"
      className={cn('absolute z-10 size-3 rounded-full', dots[dot], dense ? 'left-1 top-1' : 'left-2 top-2')}
    />
    {line !== 'none' && (
      <svg
        aria-hidden="true"
        viewBox="0 0 20 100"
        preserveAspectRatio="none"
        className={cn('absolute h-full w-5', dense ? 'left-0 top-2.5' : 'left-1 top-3.5', fresh && 'animate-seam')}
      >
        <path
          d={seamPath(seed)}
          className={strokes[line]}
          fill="none"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    )}
    {children}
  </li>
)
