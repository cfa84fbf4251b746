import { expect, test } from 'vitest'
import { authInputs, returnPath } from './auth-inputs.ts'

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '',
  'ko',
  '/a\nb',
  '\\\\x',
])('the return path %j is refused', path => {
  expect(returnPath.safeParse(path).success).toBe(false)
})

test.each(['/', '/ko/orders', '/en/orders?status=PAID#top'])('the return path %j is the shop’s own', path => {
  expect(returnPath.safeParse(path).success).toBe(true)
})

test.each(['role', 'id', 'emailVerified', 'balance', 'email', '__proto__'])(
  'a profile update with %s is refused',
  field => {
    const body: unknown = JSON.parse(`{"name":"Mina","${field}":"admin"}`)
    expect(authInputs['/update-user'].safeParse(body).success).toBe(false)
  },
)
