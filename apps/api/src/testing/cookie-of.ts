import type { TestBrowser } from './test-browser.ts'

/** The cookies of a browser as a header, for requests that it does not make itself: files. */
export const cookieOf = ({ cookies }: Pick<TestBrowser, 'cookies'>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
