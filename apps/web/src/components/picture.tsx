import Image from 'next/image'
import { cn } from '@/lib/cn'

type Props = {
  src: string
  alt: string
  sizes: string
  width?: number
  height?: number
  first?: boolean
  className?: string
}

/** A picture in its final box before it has loaded. `first` is the one that the page is looked at for: it loads at once. */
export const Picture = ({ src, alt, sizes, width = 800, height = 1000, first, className }: Props) => (
  <Image
    src={src}
    alt={alt}
    width={width}
    height={height}
    sizes={sizes}
    preload={first ?? false}
    loading={first ? 'eager' : 'lazy'}
    fetchPriority={first ? 'high' : 'auto'}
    className={cn('w-full rounded-sm bg-paper-2 object-cover', className)}
  />
)
