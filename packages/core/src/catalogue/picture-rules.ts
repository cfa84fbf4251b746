import { z } from 'zod'
import { line } from '../text.ts'

export const pictureBytesMax = 10 * 1024 * 1024
/** Enough for any camera; a picture that claims more is made to fill the memory. */
export const picturePixelsMax = 50_000_000
export const pictureWidthMin = 400
export const picturesMax = 20
export const altCharsMax = 200

/** Why a picture is not taken; the words, with what to do, live with the client. */
export const pictureRefusals = [
  'not-a-picture',
  'kind-not-taken',
  'two-kinds',
  'broken',
  'too-large',
  'too-many-pixels',
  'too-small',
  'moves',
  'too-many-pictures',
] as const
export type PictureRefusal = (typeof pictureRefusals)[number]

/** The widths in which a picture is stored: the one of its own, and the smaller files that pages ask for beside it. */
export const storedWidths = (width: number): { readonly full: number; readonly smaller: readonly number[] } => {
  const full = width >= 1400 ? 1400 : Math.min(width, 800)
  return { full, smaller: full > 800 ? [400, 700] : [400] }
}

/** Pictures of the shop stand: four wide, five high. */
export const heightOf = (width: number): number => Math.round((width * 5) / 4)

/** A product's pictures in their order, with their texts; one that is left out is taken away. */
export const savePicturesInput = z.strictObject({
  productId: z.string().max(40),
  version: z.int().min(1),
  pictures: z
    .array(z.strictObject({ id: z.string().max(40), altKo: line(altCharsMax).min(1), altEn: line(altCharsMax).min(1) }))
    .max(picturesMax)
    .refine(pictures => new Set(pictures.map(({ id }) => id)).size === pictures.length, 'each picture once'),
})
export type SavePicturesInput = z.output<typeof savePicturesInput>

export const addPictureQuery = z.strictObject({
  productId: z.string().max(40),
  version: z.coerce.number().int().min(1),
})
