import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

const look = cva('inline-flex items-center gap-1.5 rounded-sm px-2 py-0.5 text-sm font-medium', {
  variants: {
    tone: {
      plain: 'bg-paper-2 text-ink',
      good: 'bg-celadon-wash text-celadon',
      bad: 'bg-rust-wash text-rust',
      /** Gold means one thing: this was made good. */
      mended: 'border border-gold text-gold-text',
    },
  },
  defaultVariants: { tone: 'plain' },
})

/** A word about a thing: its state, not something to press. */
export const Badge = ({ tone, className, ...props }: ComponentProps<'span'> & VariantProps<typeof look>) => (
  <span className={cn(look({ tone }), className)} {...props} />
)
