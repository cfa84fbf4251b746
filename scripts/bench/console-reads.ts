type Ask = (path: string, input: unknown) => Promise<unknown>
type Read = { readonly name: string; readonly path: string; readonly input: (ask: Ask) => Promise<unknown> }

const just =
  (input: unknown): Read['input'] =>
  async () =>
    input
type Listed = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> & { readonly nextCursor?: string }

/** Something of the first row of a list, such as the mail of its newest order. */
const ofFirst =
  (
    path: string,
    list: string,
    input: unknown,
    make: (row: Readonly<Record<string, string>>) => unknown,
  ): Read['input'] =>
  async ask => {
    const row = ((await ask(path, input)) as Listed)[list]?.[0]
    if (!row) throw new Error(`${path} lists nothing`)
    return make(row)
  }
/** The page so many pages on. */
const pageOn =
  (path: string, input: Readonly<Record<string, unknown>>, pages: number): Read['input'] =>
  async ask => {
    let cursor: string | undefined
    for (let page = 0; page < pages; page += 1)
      cursor = ((await ask(path, cursor ? { ...input, cursor } : input)) as Listed).nextCursor ?? cursor
    return { ...input, cursor }
  }
const orders = (name: string, input: Read['input']): Read => ({ name, path: 'admin.order.list', input })
const firstOrder = (make: (row: Readonly<Record<string, string>>) => unknown) =>
  ofFirst('admin.order.list', 'orders', {}, make)

/** Every list of the console, and the pages that gather from many tables, as an operator asks for them. */
export const consoleReads: readonly Read[] = [
  orders('orders, newest', just({})),
  orders('orders, oldest', just({ sort: 'oldest' })),
  orders('orders, tenth page', pageOn('admin.order.list', {}, 10)),
  orders('orders, completed', just({ statuses: ['COMPLETED'] })),
  orders('orders, cancelled', just({ statuses: ['CANCELLED'] })),
  orders('orders, being packed', just({ statuses: ['PREPARING'] })),
  orders('orders that need attention', just({ attention: true })),
  orders('orders, refunded in part', just({ payments: ['part-refunded'] })),
  orders('orders, not paid', just({ payments: ['none'] })),
  orders('orders, retrying', just({ sagas: ['retrying'] })),
  orders('orders, paused', just({ sagas: ['paused'] })),
  orders('orders that hold money', just({ held: 'money' })),
  orders('orders that hold goods', just({ held: 'stock' })),
  orders('orders of two days', just({ from: '2026-05-01', to: '2026-05-02' })),
  orders('orders from 500,000 won', just({ totalFrom: '500000' })),
  orders('orders, cancelled and paid', just({ statuses: ['CANCELLED'], payments: ['paid'] })),
  orders(
    'orders by number',
    firstOrder(row => ({ q: row.number })),
  ),
  orders('orders by the first digits of a number', just({ q: '1002' })),
  {
    name: 'orders by a number in the palette',
    path: 'admin.order.find',
    input: firstOrder(row => ({ q: row.number })),
  },
  orders(
    'orders by mail',
    firstOrder(row => ({ q: row.email })),
  ),
  orders(
    'orders by phone',
    firstOrder(row => ({ q: row.phone })),
  ),
  orders(
    'orders by name',
    firstOrder(row => ({ q: row.recipient })),
  ),
  orders('orders by what nobody has', just({ q: 'zzzznothing' })),
  orders('orders by product', just({ product: '사발' })),
  { name: 'order, whole', path: 'admin.order.get', input: firstOrder(row => ({ orderId: row.id, locale: 'ko' })) },
  { name: 'order, its story', path: 'admin.order.story', input: firstOrder(row => ({ orderId: row.id })) },
  { name: 'customers, newest', path: 'admin.customer.list', input: just({}) },
  { name: 'customers, tenth page', path: 'admin.customer.list', input: pageOn('admin.customer.list', {}, 10) },
  { name: 'customers by one family name', path: 'admin.customer.list', input: just({ search: '김' }) },
  { name: 'customers by mail', path: 'admin.customer.list', input: just({ search: 'past1234' }) },
  { name: 'customers by number', path: 'admin.customer.list', input: just({ search: '010-0001' }) },
  { name: 'guests by mail', path: 'admin.customer.list', input: just({ search: 'guest12' }) },
  { name: 'customers by what nobody has', path: 'admin.customer.list', input: just({ search: 'zzzznobody' }) },
  {
    name: 'customer, whole',
    path: 'admin.customer.get',
    input: ofFirst('admin.customer.list', 'customers', { search: 'past1234' }, row => ({ userId: row.id })),
  },
  {
    name: 'guest, whole',
    path: 'admin.customer.getGuest',
    input: ofFirst('admin.customer.list', 'guests', { search: 'guest12' }, row => ({ orderId: row.lastOrderId })),
  },
  { name: 'approvals', path: 'admin.approval.list', input: just({ state: 'waiting' }) },
  { name: 'team', path: 'admin.team.list', input: just(undefined) },
  { name: 'products', path: 'admin.catalogue.list', input: just({}) },
  { name: 'products, tenth page', path: 'admin.catalogue.list', input: pageOn('admin.catalogue.list', {}, 10) },
  { name: 'products by name', path: 'admin.catalogue.list', input: just({ q: '사발' }) },
  { name: 'products that run low', path: 'admin.catalogue.list', input: just({ low: true }) },
  { name: 'products not published', path: 'admin.catalogue.list', input: just({ state: 'draft' }) },
  { name: 'stock', path: 'admin.stock.list', input: just({}) },
  { name: 'stock by SKU', path: 'admin.stock.list', input: just({ q: 'PAST-777' }) },
  { name: 'stock that runs low', path: 'admin.stock.list', input: just({ low: true }) },
  { name: 'shipments, delivered', path: 'admin.shipment.list', input: just({ status: 'DELIVERED' }) },
  { name: 'shipments, registered', path: 'admin.shipment.list', input: just({ status: 'REGISTERED' }) },
  { name: 'returns', path: 'admin.return.list', input: just({}) },
  { name: 'coupons', path: 'admin.coupon.list', input: just({}) },
  { name: 'incidents', path: 'admin.incident.list', input: just({}) },
  { name: 'incident groups', path: 'admin.incident.groups', input: just({}) },
  { name: 'sagas', path: 'admin.saga.list', input: just({}) },
  { name: 'notifications', path: 'admin.notification.list', input: just({}) },
  { name: 'audit', path: 'admin.audit.list', input: just({}) },
  { name: 'audit, by operators', path: 'admin.audit.list', input: just({ by: 'operator' }) },
  { name: 'what needs attention today', path: 'admin.today.attention', input: just(undefined) },
  { name: 'figures by hour', path: 'admin.today.figures', input: just({ by: 'hour' }) },
  { name: 'figures by week', path: 'admin.today.figures', input: just({ by: 'week' }) },
  { name: 'alerts', path: 'admin.alert.list', input: just({}) },
  { name: 'differences of the books', path: 'admin.reconciliation.differences', input: just({}) },
]
