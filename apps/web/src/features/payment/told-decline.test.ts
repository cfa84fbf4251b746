import { expect, test } from 'vitest'
import { wasToldBefore } from './told-decline'

test('a decline is news once in a tab, and a later one is news again', () => {
  const values = new Map<string, string>()
  const store = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  }
  expect(wasToldBefore('ord_1', '2026-11-26T03:00:00Z', store)).toBe(false)
  expect(wasToldBefore('ord_1', '2026-11-26T03:00:00Z', store)).toBe(true)
  expect(wasToldBefore('ord_2', '2026-11-26T03:00:00Z', store)).toBe(false)
  expect(wasToldBefore('ord_1', '2026-11-26T03:05:00Z', store)).toBe(false)
})
