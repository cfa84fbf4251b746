/** A Postgres server on which the tests may create databases of their own. */
export const adminUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres:postgres@127.0.0.1:5432/postgres'

/** The browser in which the page is tried. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/** The seed of the crash suite; "random" takes another each time, which the test's name tells. */
export const crashSeed = process.env.CRASH_SEED ?? '4'
