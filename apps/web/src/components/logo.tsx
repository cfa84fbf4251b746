import { cn } from '@/lib/cn'

/** The shop's name, mended at its end. */
export const Logo = ({ className }: { className?: string }) => (
  <span className={cn('inline-flex items-baseline font-serif font-bold tracking-tight', className)}>
    makegood
    <svg aria-hidden="true" width="34" height="12" viewBox="0 0 34 12" fill="none" className="ml-1.5">
      <path d="M1 6 L9 4 L14 9 L22 2 L33 6" className="stroke-gold" strokeWidth="2" />
    </svg>
  </span>
)
