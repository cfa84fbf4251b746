import { defaultDeliveryTerms } from '@makegood/core/delivery/default-terms'
import { toWireDeliveryTerms } from '@makegood/core/delivery/delivery-terms'
import { expect, onTestFinished, test } from 'vitest'
import { startTestApi } from '../../../../testing/start-test-api.ts'

test('anybody may read what the shop promises, and it is what its policy and its cookies do', async () => {
  const api = await startTestApi({ POLICY_CANCEL_FEE_PERCENT: '7', POLICY_COMPLETION_SECONDS: '864000' })
  onTestFinished(api.stop)
  const answer = await fetch(`${api.url}/trpc/store.shop.terms`)
  const { result } = (await answer.json()) as { result: { data: unknown } }
  expect(result.data).toMatchObject({
    cancelFeePercent: 7,
    delivery: toWireDeliveryTerms(defaultDeliveryTerms),
    seconds: { returning: 864_000, visitorCookie: 90 * 86_400, session: 30 * 86_400 },
  })
})
