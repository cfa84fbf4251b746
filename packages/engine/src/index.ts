/** The engine as a library. */
export type { Clock } from './clock.ts'
export type { EngineOptions } from './engine-options.ts'
export type { EngineApp } from './functions/list-apps.ts'
export { type Engine, startEngine } from './start-engine.ts'
export { createTestClock, type TestClock } from './test-clock.ts'
