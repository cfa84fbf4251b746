import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const exclude = [...configDefaults.exclude, '**/.next/**']
const folders = '{apps,packages,scripts}/**'

const longest = /(simulation|failure-matrix)[^/]*\.int\.test\.ts$/

/** The longest files first, so that at the end no worker is left alone with one. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))]
  }
}

// The suffix says what a test needs: `.test.ts` nothing, `.db.test.ts` Postgres and Redis, `.int.test.ts` the engine too.
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
          // A worker reads Prisma and the shop's code once and not for each file; what a file changes, it changes back.
          isolate: false,
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
