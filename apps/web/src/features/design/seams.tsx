import { SeamStop } from '@/components/seam'

export const Seams = () => (
  <ol className="max-w-md">
    <SeamStop seed={1} dot="done" line="solid">
      <p className="font-semibold">Done</p>
    </SeamStop>
    <SeamStop seed={2} dot="mended" line="dashed">
      <p className="font-semibold">Failed and undone</p>
    </SeamStop>
    <SeamStop seed={3} dot="done" line="solid" fresh>
      <p className="font-semibold">Done just now: the seam draws itself</p>
    </SeamStop>
    <SeamStop seed={4} dot="now" line="pale">
      <p className="font-semibold">Now</p>
    </SeamStop>
    <SeamStop seed={5} dot="todo" line="pale">
      <p className="font-semibold">Still to come</p>
    </SeamStop>
    <SeamStop seed={6} dot="stopped" line="none">
      <p className="font-semibold">Ended</p>
    </SeamStop>
  </ol>
)
