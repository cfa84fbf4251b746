import { choice, duration, type Option, seconds, text, texts, toggle, wholeNumber } from './option-kinds.ts'

const dayMs = 86_400_000

/** Every option of the command. Those of the same name as with `inngest start` mean the same there. */
export const options = {
  config: text({
    group: 'Server',
    placeholder: 'file',
    expects: 'the path of a JSON or YAML file',
    help: 'Read options from this file; its keys are the names below.',
    fallback: undefined,
  }),
  host: text({
    group: 'Server',
    placeholder: 'address',
    expects: 'the address to listen on, for example 127.0.0.1',
    help: 'Address to listen on. Other than loopback only with keys.',
    usually: '127.0.0.1',
    fallback: '127.0.0.1',
  }),
  port: wholeNumber({
    group: 'Server',
    short: 'p',
    min: 0,
    max: 65_535,
    what: 'a port number',
    help: 'Port to listen on; 0 takes any free one.',
    usually: '8288',
    fallback: 8_288,
  }),
  'no-ui': toggle({ group: 'Server', help: 'Do not serve the page with the runs.' }),
  'event-key': texts({
    group: 'Keys',
    placeholder: 'key',
    expects: 'a key that is not empty',
    help: 'Key that apps must present to send events; may be given more than once.',
  }),
  'signing-key': text({
    group: 'Keys',
    placeholder: 'key',
    expects: 'signkey-prod-<64 hexadecimal digits>',
    accepts: key => /^(signkey-\w+-)?([0-9a-f]{2})+$/i.test(key),
    help: 'Key that signs requests to apps and is asked of whoever uses the API.',
    fallback: undefined,
  }),
  'metrics-key': text({
    group: 'Keys',
    placeholder: 'key',
    expects: 'a key that is not empty',
    help: 'Key with which GET /metrics may be read; the signing key opens it too.',
    fallback: undefined,
  }),
  'sdk-url': texts({
    group: 'Apps',
    short: 'u',
    placeholder: 'url',
    expects: 'the address of an app’s serve endpoint, for example http://localhost:3000/api/inngest',
    convert: readAppUrl,
    help: 'App to ask for its functions at start; may be given more than once.',
  }),
  'poll-interval': seconds({
    group: 'Apps',
    max: 86_400,
    help: 'Ask every known app for its functions again after so many seconds; 0 never does.',
    usually: '0',
    fallback: 0,
  }),
  'retry-interval': seconds({
    group: 'Apps',
    max: 86_400,
    help: 'Wait this long between attempts instead of ever longer; 0 keeps the growing waits.',
    usually: '0',
    fallback: 0,
  }),
  'queue-workers': wholeNumber({
    group: 'Apps',
    min: 1,
    max: 10_000,
    help: 'Most calls to apps at once.',
    usually: '64',
    fallback: 64,
  }),
  'app-timeout': duration({
    group: 'Apps',
    minMs: 1,
    zero: false,
    help: 'How long one call of an app may take.',
    usually: '2h',
    fallback: dayMs / 12,
  }),
  'postgres-uri': text({
    group: 'Storage',
    placeholder: 'uri',
    expects: 'a Postgres address: postgres://user:password@host:port/database',
    accepts: given => URL.canParse(given) && /^postgres(ql)?:$/.test(new URL(given).protocol),
    help: 'Database for everything the engine keeps. Without it an embedded Postgres is started.',
    fallback: undefined,
  }),
  'postgres-dir': text({
    group: 'Storage',
    placeholder: 'folder',
    expects: 'the path of a folder',
    help: 'Where the embedded Postgres keeps its data.',
    usually: './.makegood-engine',
    fallback: '.makegood-engine',
  }),
  retention: duration({
    group: 'Storage',
    minMs: 1,
    zero: true,
    help: 'Remove ended runs and events when they are this old; 0 keeps all of them.',
    usually: '30d',
    fallback: 30 * dayMs,
  }),
  'log-level': choice({
    group: 'Logs',
    short: 'l',
    env: 'LOG_LEVEL',
    placeholder: 'level',
    words: ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
    help: 'What is logged: trace, debug, info, warn, error, fatal or silent.',
    usually: 'info',
    fallback: undefined,
  }),
  verbose: toggle({ group: 'Logs', help: 'The same as --log-level debug.' }),
  json: toggle({ group: 'Logs', help: 'Log lines as JSON, as is done where the output is no terminal.' }),
} satisfies Record<string, Option<unknown, unknown>>

export type OptionName = keyof typeof options

/** The value of each option, read and checked. */
export type Settings = {
  [Name in OptionName]: (typeof options)[Name] extends Option<infer Value, infer Fallback> ? Value | Fallback : never
}

export const optionNames = Object.keys(options) as OptionName[]

export function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name)
}

/** The environment variable that stands for an option: INNGEST_ and its name, as with the real server. */
export function variableOf(name: string): string {
  const own: Option<unknown, unknown> | undefined = isOption(name) ? options[name] : undefined
  return own?.env ?? `INNGEST_${name.toUpperCase().replaceAll('-', '_')}`
}

const connect = 'apps are called over HTTP here, and Connect is not spoken'
const pools = 'the engine keeps seven connections to Postgres, which is what it needs'

/** Options of the real server that have no meaning here, each with the reason. */
export const foreignOptions: Readonly<Record<string, string>> = {
  'redis-uri': 'everything is kept in Postgres, which --postgres-uri names',
  'sqlite-dir': 'everything is kept in Postgres, which --postgres-uri names',
  persist: 'everything is kept anyway; --postgres-dir says where, if no database is named',
  tick: 'the queue is not polled: work that falls due is started at its time',
  'connect-gateway-port': connect,
  'connect-gateway-grpc-ip': connect,
  'connect-gateway-grpc-port': connect,
  'connect-executor-grpc-ip': connect,
  'connect-executor-grpc-port': connect,
  'postgres-max-idle-conns': pools,
  'postgres-max-open-conns': pools,
  'postgres-conn-max-idle-time': pools,
  'postgres-conn-max-lifetime': pools,
  'no-discovery': 'apps are not looked for: --sdk-url names them, or they register by themselves',
  'no-poll': 'apps are not polled unless --poll-interval says so',
}

/** An app's address with its scheme, http where none is given; undefined for anything else. */
function readAppUrl(given: string): string | undefined {
  const full = given.includes('://') ? given : `http://${given}`
  return URL.canParse(full) && /^https?:$/.test(new URL(full).protocol) ? full : undefined
}
