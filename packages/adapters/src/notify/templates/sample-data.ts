import type { MessageData, MessageTemplate } from '@makegood/core/messages/message-data'

const won = (amount: number) => ({ amountMinor: String(amount), currency: 'KRW' as const })
const common = { name: '김하늘', orderNumber: '1024', orderUrl: 'http://localhost:3000/ko/orders/ord_1?token=abc' }
const vase = { name: '달 꽃병, 금 이음', option: '큰 것', quantity: 1 }
const cup = { name: '점토 잔', option: '', quantity: 2 }
const parcel = {
  carrierName: '한결택배',
  trackingNo: '6012-3344-5566',
  trackingUrl: 'http://localhost:4400/carrier/track/601233445566',
}

/** One example of every message's data, for tests and for looking at them. */
export const sampleData: { readonly [Name in MessageTemplate]: MessageData<Name> } = {
  'order-confirmed': {
    ...common,
    lines: [
      { ...vase, lineTotal: won(148_000) },
      { ...cup, lineTotal: won(56_000) },
    ],
    goods: won(204_000),
    discount: won(5_000),
    delivery: won(6_000),
    total: won(205_000),
    byCard: won(185_000),
    byWallet: won(20_000),
    recipient: '김하늘',
    address: '04524 서울특별시 중구 세종대로 110, 3층',
  },
  'order-shipped': { ...common, lines: [vase, cup], parcel },
  'order-delivered': { ...common, lines: [vase, cup], completesAt: '2026-12-03T05:00:00.000Z' },
  'order-cancelled': {
    ...common,
    reason: 'cancelled-before-preparation',
    note: '',
    shortLines: [],
    fee: won(9_950),
    toCard: won(169_050),
    toWallet: won(20_000),
  },
  'payment-refunded': { ...common, cause: 'late', toCard: won(199_000), toWallet: won(0) },
  'order-link': common,
  'order-taken-up-again': { ...common, orderNumber: '1031', takenUpFrom: '1024', total: won(199_000) },
  'return-accepted': { ...common, lines: [vase], refund: won(144_373), parcel },
  'return-rejected': { ...common, lines: [cup], reason: '사용한 흔적이 있어 다시 팔 수 없습니다.' },
  'back-in-stock': {
    name: '김하늘',
    product: '점토 잔',
    option: '큰 것',
    price: won(32_000),
    left: 3,
    productUrl: 'http://localhost:3000/products/clay-cup?option=var_1',
  },
}
