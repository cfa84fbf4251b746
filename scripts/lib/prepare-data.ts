import { join } from 'node:path'
import type { Variables } from '../env.ts'
import { rootDir } from './paths.ts'
import { withOwnTools } from './process-env.ts'
import { runOrFail } from './run-command.ts'
import type { Stages } from './stages.ts'

const dbDir = join(rootDir, 'packages', 'db')

interface Preparation {
  variables: Variables
  logDir: string
  stage: Stages
  signal: AbortSignal
}

const runDbScript = (name: string, title: string, env: Variables, { variables, logDir, signal }: Preparation) =>
  runOrFail({
    title,
    file: process.execPath,
    args: [join(dbDir, 'scripts', `${name}.ts`)],
    cwd: dbDir,
    env: { ...withOwnTools(variables), ...env },
    logFile: join(logDir, `${name}.log`),
    timeoutMs: 5 * 60_000,
    signal,
  })

/** Writes the Prisma client, which is not kept in git. */
export const generateClient = (preparation: Preparation): Promise<void> =>
  preparation.stage('client', 'generates the Prisma client', () =>
    runDbScript('generate', 'Generating the Prisma client', {}, preparation),
  )

/** Brings the database to the newest schema and gives it the demo shop; both do nothing the second time. */
export const prepareData = async (databaseUrl: string, preparation: Preparation): Promise<void> => {
  const { stage, variables } = preparation
  const env = { DATABASE_URL: databaseUrl, SEED_DEMO_LOGINS: demoLoginsOf(variables) }
  await stage('migrations', 'brings the database to the newest schema', () =>
    runDbScript('migrate', 'The migration', env, preparation),
  )
  await stage('seed', 'puts the demo shop in, where it is not yet', () =>
    runDbScript('seed', 'The seed', env, preparation),
  )
}

/** Everybody knows their passwords: with a database that the person has named they are put in only where that is said. */
const demoLoginsOf = ({ SEED_DEMO_LOGINS, DATABASE_URL }: Variables): string =>
  SEED_DEMO_LOGINS ?? (DATABASE_URL === undefined ? 'on' : 'off')

/**
 * Gives a demo shop in which nobody has bought yet five weeks of orders, some of them to be put right. The sandbox runs
 * already, because it is told what it has seen of them.
 */
export const prepareStory = async (
  urls: { readonly databaseUrl: string; readonly sandboxUrl: string; readonly webUrl: string },
  preparation: Preparation,
): Promise<void> => {
  if (demoLoginsOf(preparation.variables) === 'off') return
  const env = { DATABASE_URL: urls.databaseUrl, SANDBOX_URL: urls.sandboxUrl, WEB_URL: urls.webUrl }
  await preparation.stage('story', 'puts five weeks of orders in, where there are none yet', () =>
    runDbScript('seed-story', 'The story', env, preparation),
  )
}
