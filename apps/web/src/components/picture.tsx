import { cn } from '@/lib/cn'
import { pictureFiles } from '@/lib/picture-files'

type Props = {
  src: string
  alt: string
  sizes: string
  width?: number
  height?: number
  first?: boolean
  className?: string
}

/**
 * A picture in its final box before it has loaded, in the smallest file that is large enough. `first` is the one that the
 * page is looked at for: it loads at once. The browser does all of this by itself, so no code is sent for it.
 */
export const Picture = ({ src, alt, sizes, width = 800, height = 1000, first, className }: Props) => (
  <img
    src={src}
    srcSet={pictureFiles(src, width)}
    alt={alt}
    width={width}
    height={height}
    sizes={sizes}
    loading={first ? 'eager' : 'lazy'}
    fetchPriority={first ? 'high' : 'auto'}
    decoding="async"
    className={cn('w-full rounded-sm bg-paper-2 object-cover', className)}
  />
)
