import { X } from 'lucide-react'
import { cn } from '@/lib/cn'

/** The way out of what stands above the page; a cross, and its words for who does not see it. */
export const CloseButton = ({
  label,
  onClick,
  className,
}: {
  label: string
  onClick: () => void
  className?: string
}) => (
  <button
    type="button"
    className={cn('-mr-2.5 grid size-11 shrink-0 place-items-center', className)}
    aria-label={label}
    onClick={onClick}
  >
    <X size={22} strokeWidth={1.5} aria-hidden="true" />
  </button>
)
