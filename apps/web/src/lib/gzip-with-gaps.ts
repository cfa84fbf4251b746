import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A text with gaps, pressed once; what goes into the gaps is filled in later without pressing anything again. */
export type PressedText = { readonly parts: readonly string[]; readonly pressed: readonly Buffer[] }

const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
const emptyLastBlock = Buffer.from([1, 0, 0, 0xff, 0xff])

/** Presses each part by itself, so that none refers to what stands before it. */
export const pressParts = (parts: readonly string[]): PressedText => ({
  parts,
  // Flushed, not finished: the part ends at a whole byte and the stream may go on.
  pressed: parts.map(part => deflateRawSync(part, { finishFlush: constants.Z_SYNC_FLUSH })),
})

/** The text with the same filling in every gap, as one gzip stream. */
export const gzipWith = ({ parts, pressed }: PressedText, filling: string): Buffer => {
  const filled = storedBlock(Buffer.from(filling))
  const blocks = pressed.flatMap((part, at) => (at === 0 ? [part] : [filled, part]))
  const text = parts.join(filling)
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(text), 0)
  trailer.writeUInt32LE(Buffer.byteLength(text), 4)
  return Buffer.concat([gzipHeader, ...blocks, emptyLastBlock, trailer])
}

/** Bytes as they are, as a block of a deflate stream. */
const storedBlock = (bytes: Buffer): Buffer => {
  const head = Buffer.alloc(5)
  head.writeUInt16LE(bytes.length, 1)
  head.writeUInt16LE(~bytes.length & 0xffff, 3)
  return Buffer.concat([head, bytes])
}
