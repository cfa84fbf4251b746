/** A small repeatable spread of numbers from 0 to 1, so that server and browser draw the same seam. */
const spread = (seed: number, step: number): number => {
  const mixed = Math.sin(seed * 127.1 + step * 311.7) * 43758.5453
  return mixed - Math.floor(mixed)
}

/**
 * Draws one stretch of the seam in a box 20 wide and 100 high. It starts and ends in the middle, so that stretches join;
 * between, it wanders to alternate sides as a crack does.
 */
export const seamPath = (seed: number): string => {
  const bends = 3 + Math.floor(spread(seed, 0) * 2)
  const points = Array.from({ length: bends }, (_, index) => {
    const side = (index + seed) % 2 === 0 ? 1 : -1
    const x = 10 + side * (1.2 + spread(seed, index + 1) * 3.4)
    const y = ((index + 0.75 + spread(seed, index + 9) * 0.5) / (bends + 0.5)) * 100
    return `L${x.toFixed(1)} ${y.toFixed(1)}`
  })
  return `M10 0 ${points.join(' ')} L10 100`
}
