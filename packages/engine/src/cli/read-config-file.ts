import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { isRecord } from '../json/read-json.ts'
import { type GivenOptions, refuseName, type SourceReading } from './given-options.ts'
import { isOption } from './options.ts'

/** The options that a file gives, as JSON or YAML; an absent or unreadable file is a problem. */
export function readConfigFile(path: string): SourceReading {
  const given: GivenOptions = new Map()
  const read = parseFile(path)
  if (!isRecord(read)) return { given, problems: [String(read)] }
  const problems: string[] = []
  for (const [name, value] of Object.entries(read)) {
    const calledBy = `"${name}" in ${path}`
    const texts = (Array.isArray(value) ? value : [value]).map(String)
    if (isOption(name) && name !== 'config') given.set(name, { texts, calledBy })
    else problems.push(refuseName(name, calledBy, near => `"${near}"`))
  }
  return { given, problems }
}

/** What the file holds, or a sentence that says why it cannot be used. JSON is YAML too, so one parser reads both. */
function parseFile(path: string): Record<string, unknown> | string {
  try {
    const value: unknown = parse(readFileSync(path, 'utf8')) ?? {}
    return isRecord(value) ? value : `The file ${path} should hold options by name, as JSON or YAML.`
  } catch (error) {
    return `The file ${path} cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`
  }
}
