import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

const tones = {
  plain: 'bg-paper-2 text-ink',
  good: 'bg-celadon-wash text-celadon',
  bad: 'bg-rust-wash text-rust',
  /** Gold means one thing: this was made good. */
  mended: 'border border-gold text-gold-text',
}

type Props = ComponentProps<'span'> & { tone?: keyof typeof tones }

/** A word about a thing: its state, not something to press. */
export const Badge = ({ tone = 'plain', className, ...props }: Props) => (
  <span
    className={cn(
      'inline-flex items-center gap-1.5 rounded-sm px-2 py-0.5 text-sm font-medium',
      tones[tone],
      className,
    )}
    {...props}
  />
)
