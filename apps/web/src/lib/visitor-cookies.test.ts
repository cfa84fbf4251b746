import { expect, test } from 'vitest'
import { knownBy } from './visitor-cookies'

test.each([
  [[], { session: false, cart: false }],
  [['theme', 'mg_visitor_old'], { session: false, cart: false }],
  [['mg_visitor'], { session: false, cart: true }],
  [['better-auth.session_token'], { session: true, cart: true }],
  [['__Secure-better-auth.session_token', 'mg_visitor'], { session: true, cart: true }],
])('whoever has the cookies %j is known as %j', (names, known) => {
  expect(knownBy(names)).toEqual(known)
})
