import type { EngineApp } from '../functions/list-apps.ts'

export type BannerFacts = {
  version: string
  url: string
  mode: 'dev' | 'cloud'
  /** As shown: without its password. */
  database: string
  apps: EngineApp[]
}

/** What the command says once it listens. */
export function banner({ version, url, mode, database, apps }: BannerFacts): string {
  const known = apps.map(
    app => `${app.id} (${app.functions} ${app.functions === 1 ? 'function' : 'functions'}) at ${app.url}`,
  )
  const lines = [
    ['Address', url],
    [
      'Mode',
      mode === 'dev' ? 'development: no keys, open to this machine only' : 'signed: keys are asked for everywhere',
    ],
    ['Database', database],
    [
      'Apps',
      known.length === 0
        ? 'none yet: they register by themselves, or name them by --sdk-url'
        : known.join('\n            '),
    ],
  ]
  return `\n  makegood-engine ${version}\n\n${lines.map(([name, text]) => `  ${name?.padEnd(10)}${text}\n`).join('')}\n`
}

/** An address as it may be shown. */
export function withoutPassword(address: string): string {
  const url = new URL(address)
  if (url.password !== '') url.password = '***'
  // The driver takes a password among the parameters too.
  if (url.searchParams.has('password')) url.searchParams.set('password', '***')
  return url.href
}
