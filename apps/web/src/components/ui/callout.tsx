import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

const look = cva('rounded-sm border-l-2 px-4 py-3.5', {
  variants: {
    tone: {
      plain: 'border-edge bg-paper-2',
      bad: 'border-rust bg-rust-wash',
      good: 'border-celadon bg-celadon-wash',
    },
  },
  defaultVariants: { tone: 'plain' },
})

type Props = Omit<ComponentProps<'div'>, 'title'> & VariantProps<typeof look> & { title?: string | undefined }

export const Callout = ({ tone, title, className, children, ...props }: Props) => (
  <div className={cn(look({ tone }), className)} {...props}>
    {title && <p className="font-semibold">{title}</p>}
    {children && <div className={cn(title && 'mt-1', 'text-[0.9375rem] leading-relaxed')}>{children}</div>}
  </div>
)
