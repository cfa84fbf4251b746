import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { Progress } from '@/components/ui/progress'
import { Skeleton } from '@/components/ui/skeleton'

export const States = () => (
  <div className="grid gap-6 lg:grid-cols-2">
    <div className="grid content-start gap-3">
      <Callout title="Plain">Something to know.</Callout>
      <Callout tone="good" title="Good">
        Your money is on its way back.
      </Callout>
      <Callout tone="bad" title="Bad">
        The card was declined. Nothing was charged; your things stay put aside until 14:30.
      </Callout>
    </div>
    <div className="grid content-start gap-4">
      <Progress label="₩12,000 more for free delivery" value={38} max={50} />
      <Progress label="Nothing yet" value={0} max={50} />
      <Progress label="All there" value={50} max={50} />
      <Skeleton className="h-6 w-2/3" />
      <Skeleton className="aspect-4/5 w-40" />
    </div>
    <EmptyState title="No orders yet" text="What you buy shows up here, with each step it takes.">
      <Button kind="line" size="medium">
        Look around
      </Button>
    </EmptyState>
  </div>
)
