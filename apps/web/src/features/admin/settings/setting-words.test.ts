import { settingNames } from '@makegood/core/settings/views'
import { expect, test } from 'vitest'
import en from '../../../../messages/en.json' with { type: 'json' }
import ko from '../../../../messages/ko.json' with { type: 'json' }
import { settingGroups } from './setting-groups.ts'

test('every value that a shop can set has its effect in both languages, and no other has', () => {
  for (const words of [ko, en])
    expect(Object.keys(words.adminSettings.effects).sort()).toEqual([...settingNames].sort())
})

test('every value stands in one group of the page', () => {
  expect(settingGroups.flatMap(([, names]) => names).sort()).toEqual([...settingNames].sort())
  for (const [, names] of settingGroups) expect(names.length).toBeGreaterThan(0)
})
