import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'

const kinds = ['primary', 'line', 'quiet'] as const
const sizes = ['large', 'medium', 'small'] as const
const tones = ['plain', 'good', 'bad', 'mended'] as const

/** One primary button a view; a badge is a word and never pressed. */
export const Presses = () => (
  <div className="grid gap-5">
    {kinds.map(kind => (
      <div key={kind} className="flex flex-wrap items-center gap-3">
        {sizes.map(size => (
          <Button key={size} kind={kind} size={size}>
            {kind}, {size}
          </Button>
        ))}
        <Button kind={kind} disabled>
          {kind}, off
        </Button>
      </div>
    ))}
    <p className="flex flex-wrap gap-2">
      {tones.map(tone => (
        <Badge key={tone} tone={tone}>
          {tone}
        </Badge>
      ))}
    </p>
    <p>
      A{' '}
      <a className="text-link" href="#Presses">
        text link
      </a>{' '}
      in a sentence.
    </p>
  </div>
)
