import type { ProductColour } from '@makegood/core/catalogue/colours'

const swatches: Record<ProductColour, string> = {
  white: '#f6f3ec',
  celadon: '#9fbfae',
  blue: '#7d9cb8',
  ink: '#2b2e33',
  brown: '#8a6a50',
  red: '#b0573a',
  grey: '#9b978f',
  wood: '#c49a6c',
}

/** The colour itself beside its name; the name is what is read out. */
export const ColourSwatch = ({ colour }: { colour: ProductColour }) => (
  <span
    aria-hidden="true"
    className="inline-block size-4 shrink-0 rounded-full border border-edge align-[-0.15em]"
    style={{ backgroundColor: swatches[colour] }}
  />
)
