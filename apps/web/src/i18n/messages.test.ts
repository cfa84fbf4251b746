import { auditActs } from '@makegood/core/audit/acts'
import { consequencesSchema } from '@makegood/core/console/consequences'
import { errorCodes } from '@makegood/core/errors'
import { messageTemplates } from '@makegood/core/messages/message-data'
import { comparisonFindings, comparisonVerdicts } from '@makegood/core/order/comparison-views'
import { orderStatuses, orderTransitions } from '@makegood/core/order/order-states'
import { progressStageSchema } from '@makegood/core/order/views'
import { differenceKinds } from '@makegood/core/reconciliation/difference-kinds'
import { returnReasons, returnStatuses } from '@makegood/core/return/return-reasons'
import { repairRefusals } from '@makegood/core/saga/decide-repair'
import { incidentKinds } from '@makegood/core/saga/incident-kinds'
import { sagaStarts } from '@makegood/core/saga/saga-starts'
import { stepEffects } from '@makegood/core/saga/step-effects'
import { shipmentStatuses } from '@makegood/core/shipment/views'
import { permissions } from '@makegood/core/user/permissions'
import { expect, test } from 'vitest'
import en from '../../messages/en.json' with { type: 'json' }
import ko from '../../messages/ko.json' with { type: 'json' }

const leaves = (node: unknown, path = ''): readonly (readonly [string, string])[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, value]) => leaves(value, path ? `${path}.${key}` : key))
    : [[path, String(node)]]

const argumentsOf = (text: string): readonly string[] =>
  [...new Set(Array.from(text.matchAll(/\{(\w+)(?=, |\})/g), match => match[1] ?? ''))].sort()

/** The one rule whose breach is given back whatever it says. */
const everyCharge = 'every charge that the gateway keeps is of a payment or top-up of the shop'

test('both languages have the same keys', () => {
  const keys = (messages: unknown) =>
    leaves(messages)
      .map(([path]) => path)
      .sort()
  expect(keys(en)).toEqual(keys(ko))
})

test('no words are empty, and none were left untranslated in Korean', () => {
  expect(leaves(ko).filter(([, text]) => text.trim() === '')).toEqual([])
  const latin = leaves(ko).filter(([, text]) => !/[가-힣]/.test(text))
  const wordless = ['meta.template', 'list.price.between', 'admin.took.ms', 'adminOrder.moved.move']
  expect(latin.map(([path]) => path).filter(path => !wordless.includes(path))).toEqual([])
})

test('both languages are given the same values to fill in', () => {
  const english = new Map(leaves(en))
  const different = leaves(ko).filter(([path, text]) => {
    const other = argumentsOf(english.get(path) ?? '')
    return argumentsOf(text).join() !== other.join()
  })
  expect(different.map(([path]) => path)).toEqual([])
})

test('every refusal of the api has words', () => {
  for (const code of Object.keys(errorCodes)) expect(Object.keys(ko.errors)).toContain(code)
})

test('every state, stage and reason of an order has words', () => {
  for (const status of orderStatuses) {
    expect(Object.keys(ko.order.statuses)).toContain(status)
    expect(Object.keys(ko.order.headlines)).toContain(status)
  }
  for (const id of progressStageSchema.shape.id.options) expect(Object.keys(ko.order.stages)).toContain(id)
  for (const { reason } of orderTransitions) expect(Object.keys(ko.admin.reasons)).toContain(reason)
})

test('everything that the console shows of sagas, incidents and repairs has words', () => {
  const { admin } = ko
  for (const { saga } of Object.values(sagaStarts)) expect(Object.keys(admin.sagaNames)).toContain(saga)
  for (const step of Object.keys(stepEffects)) expect(Object.keys(admin.steps)).toContain(step.replace(/^undo:/, ''))
  for (const kind of incidentKinds) expect(Object.keys(admin.incidentKinds)).toContain(kind)
  for (const refusal of repairRefusals) expect(Object.keys(admin.repair.refusals)).toContain(refusal)
  const { money, stock, coupons, parcels } = consequencesSchema.shape
  const whats = [money.element.shape.what.options, stock.element.shape.what.options]
  const effects = [...whats, coupons.element.options, parcels.element.options].flat()
  for (const effect of effects) expect(Object.keys(admin.effects)).toContain(effect)
  for (const template of messageTemplates) expect(Object.keys(admin.templates)).toContain(template)
})

test('every verdict and finding of a comparison has words', () => {
  const { findings, advice, verdicts } = ko.adminOrder.compare
  for (const finding of comparisonFindings)
    for (const words of [findings, advice]) expect(Object.keys(words)).toContain(finding)
  for (const verdict of comparisonVerdicts) expect(Object.keys(verdicts)).toContain(verdict)
})

test('every rule of the books has words, and one that nothing repairs says what to do by hand', () => {
  for (const [rule, { repair }] of Object.entries(differenceKinds)) {
    expect(Object.keys(ko.adminMoney.rules)).toContain(rule)
    if (repair !== 'recompute' && rule !== everyCharge) expect(Object.keys(ko.adminMoney.byHand)).toContain(rule)
  }
})

test('every act in the audit log and every permission has words', () => {
  const keyOf = (name: string) => name.replaceAll(/[./]/g, '-')
  for (const act of auditActs) expect(Object.keys(ko.adminAudit.acts)).toContain(keyOf(act))
  expect(Object.keys(ko.adminTeam.permissions).toSorted()).toEqual(Object.keys(permissions).map(keyOf).toSorted())
})

test('every state of a return and a parcel, and every reason to return, has words for both sides', () => {
  for (const words of [ko.order.returns.statuses, ko.admin.returns.statuses])
    expect(Object.keys(words)).toEqual([...returnStatuses])
  for (const words of [ko.order.parcel.statuses, ko.admin.shipments.statuses])
    expect(Object.keys(words)).toEqual([...shipmentStatuses])
  expect(Object.keys(ko.order.giveBack.reasons)).toEqual([...returnReasons])
})
