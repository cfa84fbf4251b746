import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { rootDir } from '../lib/paths.ts'

export type ScriptEnd = { readonly code: number; readonly output: string }

/** Runs a command of the project as a process of its own, for a test; what it says and how it ends. */
export const runScript = (
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ScriptEnd> =>
  new Promise(resolve => {
    const { PATH = '', NODE_COMPILE_CACHE } = process.env
    const options = { cwd: rootDir, env: { PATH, NODE_COMPILE_CACHE, ...env }, timeout: 60_000 }
    execFile(process.execPath, [join(rootDir, 'scripts', name), ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, output: `${stdout}${stderr}` }),
    )
  })
