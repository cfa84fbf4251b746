/** The files that a picture is stored in besides itself, by their widths: product pictures have a half size, wide ones two. */
const smallerWidths = (width: number): readonly number[] => (width > 800 ? [400, 700] : [400])

/** All files of a picture for the browser to choose from; it is stored in the sizes that the pages use, so no server resizes. */
export const pictureFiles = (src: string, width: number): string =>
  [...smallerWidths(width).map(size => `${src.replace(/\.webp$/, `-${size}.webp`)} ${size}w`), `${src} ${width}w`].join(
    ', ',
  )
