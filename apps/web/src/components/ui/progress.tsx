import { cn } from '@/lib/cn'

type Props = { label: string; value: number; max: number; className?: string }

/** How far something has come; the label says it in words, the bar only shows it. */
export const Progress = ({ label, value, max, className }: Props) => {
  const percent = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      className={cn('h-1 overflow-hidden rounded-full bg-paper-2', className)}
    >
      <div className="h-full bg-celadon transition-[width]" style={{ width: `${percent}%` }} />
    </div>
  )
}
