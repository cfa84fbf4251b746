import { configDefaults, defineConfig } from 'vitest/config'

const exclude = [...configDefaults.exclude, '**/.next/**']
const folders = '{apps,packages,scripts}/**'

// The suffix says what a test needs: `.test.ts` nothing, `.db.test.ts` Postgres and Redis, `.int.test.ts` the engine too.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${folders}/*.test.{ts,tsx}`],
          exclude: [...exclude, '**/*.{db,int}.test.ts'],
        },
      },
      {
        test: {
          name: 'db',
          include: [`${folders}/*.db.test.ts`],
          exclude,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'int',
          include: [`${folders}/*.int.test.ts`],
          exclude,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
