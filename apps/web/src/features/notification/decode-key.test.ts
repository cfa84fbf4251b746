import { expect, test } from 'vitest'
import { decodeKey } from './decode-key'

test('a key in base64url gives its bytes, both letters included that plain base64 does not have', () => {
  expect([...decodeKey('-_8A')]).toEqual([251, 255, 0])
  const key = 'BNy6gGp5kEXdgJpMi1EHPRMhCbShxedpeDK_TOilRwzqPuhr-a4ywaoQ4P_JPOUqVxHLxSsACFRpMfo53LBpz8Y'
  expect(decodeKey(key)).toHaveLength(65)
})
