type Request = { readonly src: string; readonly width: number }

const smaller: readonly { readonly upTo: number; readonly suffix: string }[] = [
  { upTo: 400, suffix: '-400' },
  { upTo: 800, suffix: '-700' },
]

/**
 * Picks the ready-made file for a width: every picture is stored in the sizes that the pages use, so that no server has
 * to resize anything. Product pictures are 800 wide with a half size; the wide ones named `hero` have 400, 700 and full.
 */
export default function pickPicture({ src, width }: Request): string {
  const wide = src.endsWith('/hero.webp')
  const size = smaller.find(candidate => width <= candidate.upTo)
  if (!size || (!wide && size.upTo > 400)) return src
  return src.replace(/\.webp$/, `${size.suffix}.webp`)
}
