import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const inPackage = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/**
 * Makes dist/ from src/: TypeScript becomes JavaScript, since Node runs no TypeScript below node_modules, and everything
 * else (migrations, the page) is copied as it is.
 */
function build(): number {
  rmSync(inPackage('dist'), { recursive: true, force: true })
  const compiler = fileURLToPath(import.meta.resolve('typescript/package.json')).replace('package.json', 'bin/tsc')
  const compiled = spawnSync(process.execPath, [compiler, '-p', inPackage('tsconfig.build.json')], { stdio: 'inherit' })
  if (compiled.status !== 0) return 1
  const others = readdirSync(inPackage('src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.ts'))
    .map(entry => `${entry.parentPath}/${entry.name}`.slice(inPackage('src').length))
  for (const file of others) cpSync(inPackage(`src${file}`), inPackage(`dist${file}`))
  chmodSync(inPackage('dist/main.js'), 0o755)
  return 0
}

process.exitCode = build()
