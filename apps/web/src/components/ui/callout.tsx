import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

const tones = {
  plain: 'border-edge bg-paper-2',
  bad: 'border-rust bg-rust-wash',
  good: 'border-celadon bg-celadon-wash',
}

type Props = Omit<ComponentProps<'div'>, 'title'> & { tone?: keyof typeof tones; title?: string | undefined }

export const Callout = ({ tone = 'plain', title, className, children, ...props }: Props) => (
  <div className={cn('rounded-sm border-l-2 px-4 py-3.5', tones[tone], className)} {...props}>
    {title && <p className="font-semibold">{title}</p>}
    {children && <div className={cn(title && 'mt-1', 'text-[0.9375rem] leading-relaxed')}>{children}</div>}
  </div>
)
