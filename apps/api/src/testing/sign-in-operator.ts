import type { Role } from '@makegood/core/user/roles'
import type { TestApi } from './start-test-api.ts'
import { createTestBrowser, type TestBrowser } from './test-browser.ts'

/** A browser in which an operator of this role is signed in. */
export const signInOperator = async (
  api: TestApi,
  role: Exclude<Role, 'shopper'> = 'admin',
): Promise<TestBrowser & { readonly userId: string }> => {
  const browser = createTestBrowser(api)
  const { userId } = await browser.signUp()
  await api.db.user.update({ where: { id: userId }, data: { role } })
  return { ...browser, userId }
}
