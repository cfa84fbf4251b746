import type { Logger } from 'pino'
import type { Op } from './reply.ts'

/** Looks through the steps of a reply or a checkpoint of the function with this id. */
export type MetadataNotice = (slug: string, ops: Op[]) => void

const mostSaid = 1_000

/** Says in the log that metadata which steps carry (scores among them) is not kept: once for each function and kind. */
export function createMetadataNotice(log: Logger): MetadataNotice {
  const said = new Set<string>()
  return (slug, ops) => {
    for (const { metadata } of ops) {
      for (const kind of metadata) {
        const what = `${slug} ${kind}`
        if (said.has(what) || said.size >= mostSaid) continue
        said.add(what)
        log.warn({ function: slug, kind }, 'Steps of a function carry metadata, which this engine does not keep')
      }
    }
  }
}
