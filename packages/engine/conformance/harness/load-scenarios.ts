import { readdir } from 'node:fs/promises'
import type { Scenario } from './scenario.ts'

export type NamedScenario = Scenario & {
  /** Its folder and file without the ending, such as `events/id-dedupe`. */
  name: string
}

const folder = new URL('../scenarios/', import.meta.url)

/** The scenarios whose name or title contains the part (all without one), in order of their names. */
export async function loadScenarios(part = ''): Promise<NamedScenario[]> {
  const files = (await readdir(folder, { recursive: true })).filter(file => file.endsWith('.ts')).sort()
  const all = await Promise.all(
    files.map(async file => {
      const { default: given } = (await import(new URL(file, folder).href)) as { default: Scenario }
      return { ...given, name: file.slice(0, -'.ts'.length).replaceAll('\\', '/') }
    }),
  )
  const wanted = part.toLowerCase()
  return all.filter(one => one.name.includes(wanted) || one.title.toLowerCase().includes(wanted))
}
