// Runs on the machine's own Node (20 or newer) before anything is installed, so: plain JavaScript, no dependencies.
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { ensureDependencies, rootDir } from './ensure-dependencies.mjs'

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']
const numbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

/**
 * Brings the dependencies if they are not there, then runs scripts/<part> on the project's own Node with the arguments
 * of this process, passes signals on, and ends with the same exit code.
 */
export const enter = async (part, { quiet = false } = {}) => {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Makegood needs Node 20 or newer to begin with; this is ${process.version}. Get one at nodejs.org.`)
    process.exit(1)
  }
  try {
    await ensureDependencies({ quiet })
  } catch (error) {
    console.error(`\n${error.message}`)
    process.exit(1)
  }
  const bin = join(rootDir, 'node_modules', '.bin')
  const node = join(rootDir, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const child = spawn(node, [join(rootDir, 'scripts', part), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  })
  for (const signal of forwarded) process.on(signal, () => child.kill(signal))
  child.once('error', error => {
    console.error(`${node} does not start: ${error.message}`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (numbers[signal] ?? 0)))
}
