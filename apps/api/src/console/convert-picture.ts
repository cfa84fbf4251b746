import {
  heightOf,
  type PictureRefusal,
  picturePixelsMax,
  pictureWidthMin,
  storedWidths,
} from '@makegood/core/catalogue/picture-rules'
import { DomainError } from '@makegood/core/errors'
import sharp from 'sharp'

// Only these kinds are ever decoded: the library knows many more, and some of them run programs or fetch things.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.concurrency(1)
sharp.cache(false)

const secondsMax = 10
const atOnceMax = 2
let underWay = 0

export type StoredPicture = {
  readonly width: number
  readonly height: number
  /** By the end of the file's name: '' for the picture itself, '-400' for a smaller one. */
  readonly files: readonly { readonly suffix: string; readonly bytes: Buffer }[]
}

const refuse = (reason: PictureRefusal, cause?: unknown): DomainError =>
  new DomainError('invalid-input', `the picture is refused: ${reason}`, { reason }, { cause })

/**
 * Makes of what somebody sent the files that pages ask for, or refuses it with its reason: it is decoded and drawn anew, so
 * that nothing of the sent file goes on, neither what a camera wrote into it nor what else it may be.
 */
export const convertPicture = async (bytes: Buffer): Promise<StoredPicture> => {
  refuseOtherKinds(bytes)
  if (underWay >= atOnceMax) throw new DomainError('too-many-requests', 'two pictures are being converted', {})
  underWay += 1
  try {
    return await convert(bytes)
  } finally {
    underWay -= 1
  }
}

const convert = async (bytes: Buffer): Promise<StoredPicture> => {
  const { width, height, pages, orientation } = await readHeader(bytes)
  if (width * height > picturePixelsMax) throw refuse('too-many-pixels')
  if ((pages ?? 1) > 1) throw refuse('moves')
  // A camera held upright writes a lying picture and says so.
  const [across, down] = (orientation ?? 1) > 4 ? [height, width] : [width, height]
  const usable = Math.min(across, Math.floor((down * 4) / 5))
  if (usable < pictureWidthMin) throw refuse('too-small')
  const { full, smaller } = storedWidths(usable)
  const draw = async (size: number): Promise<Buffer> =>
    await sharp(bytes, { limitInputPixels: picturePixelsMax, failOn: 'error' })
      .timeout({ seconds: secondsMax })
      .autoOrient()
      .resize(size, heightOf(size), { fit: 'cover' })
      .flatten({ background: '#f4f0e8' })
      .webp({ quality: 82 })
      .toBuffer()
  try {
    const files = [{ suffix: '', bytes: await draw(full) }]
    for (const size of smaller) files.push({ suffix: `-${size}`, bytes: await draw(size) })
    return { width: full, height: heightOf(full), files }
  } catch (error) {
    throw refuse('broken', error)
  }
}

const readHeader = async (bytes: Buffer) => {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch (error) {
    throw refuse('broken', error)
  }
}

const startsWith = (bytes: Buffer, at: number, text: string): boolean =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))

const isTaken = (bytes: Buffer): boolean =>
  startsWith(bytes, 0, '\xFF\xD8\xFF') ||
  startsWith(bytes, 0, '\x89PNG\r\n\x1A\n') ||
  (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP'))

const isOtherPicture = (bytes: Buffer): boolean =>
  startsWith(bytes, 0, 'GIF8') ||
  startsWith(bytes, 0, 'BM') ||
  startsWith(bytes, 4, 'ftyp') ||
  startsWith(bytes, 0, 'II*') ||
  startsWith(bytes, 0, 'MM')

/** What makes a file a page, a drawing with scripts, a program or an archive beside being a picture. */
const alsoSomethingElse = /<(script|html|!doctype|iframe)[\s>]|<svg[\s>]|<\?php|%PDF-1/i
const archiveEnd = 'PK\u0005\u0006\u0000\u0000'

const refuseOtherKinds = (bytes: Buffer): void => {
  const text = bytes.toString('latin1')
  if (!isTaken(bytes))
    throw refuse(isOtherPicture(bytes) || /<svg[\s>]/i.test(text) ? 'kind-not-taken' : 'not-a-picture')
  if (alsoSomethingElse.test(text) || text.includes(archiveEnd)) throw refuse('two-kinds')
}
