import type { Locale } from '../locale.ts'
import type { OrderSagaState, PaymentState } from './order-filters.ts'
import type { OrderStatus } from './order-states.ts'

export const orderFileColumns = [
  'number',
  'placedAt',
  'status',
  'payment',
  'saga',
  'sku',
  'product',
  'option',
  'quantity',
  'unitPrice',
  'discount',
  'amount',
  'recipient',
  'email',
  'phone',
  'delivery',
  'total',
  'currency',
] as const
export type OrderFileColumn = (typeof orderFileColumns)[number]

type Words = {
  readonly columns: Readonly<Record<OrderFileColumn, string>>
  readonly statuses: Readonly<Record<OrderStatus, string>>
  readonly payments: Readonly<Record<PaymentState, string>>
  readonly sagas: Readonly<Record<OrderSagaState, string>>
  readonly methods: Readonly<Record<'standard' | 'express', string>>
  /** The last line of a file that does not have all. */
  readonly ends: (max: number) => string
}

/** What a file of orders says in each language: the words of the console's list, which a test compares. */
export const orderFileWords: Readonly<Record<Locale, Words>> = {
  ko: {
    columns: {
      number: '번호',
      placedAt: '주문한 때',
      status: '상태',
      payment: '결제',
      saga: '처리',
      sku: 'SKU',
      product: '상품',
      option: '선택',
      quantity: '수량',
      unitPrice: '단가',
      discount: '할인',
      amount: '금액',
      recipient: '받는 분',
      email: '메일',
      phone: '전화',
      delivery: '배송',
      total: '주문 합계 (주문의 첫 줄에만)',
      currency: '통화',
    },
    statuses: {
      PENDING: '주문 접수',
      STOCK_RESERVED: '결제 대기',
      PAYMENT_PROCESSING: '결제 중',
      PAID: '결제 완료',
      CONFIRMED: '주문 확정',
      PREPARING: '배송 준비',
      SHIPPING: '배송 중',
      DELIVERED: '배송 완료',
      COMPLETED: '구매 확정',
      RETURNED: '반품 중',
      REFUNDED: '환불',
      CANCELLED: '취소',
    },
    payments: {
      none: '결제 전',
      open: '결제 중',
      failed: '결제 실패',
      'late-charge': '늦은 결제, 돌려줄 돈',
      paid: '결제됨',
      refunding: '환불 중',
      'refund-owed': '환불하지 못함',
      'part-refunded': '일부 환불',
      refunded: '환불됨',
    },
    sagas: {
      running: '진행 중',
      waiting: '기다리는 중',
      retrying: '다시 하는 중',
      undoing: '되돌리는 중',
      paused: '일시 정지',
      stopped: '멈춤',
    },
    methods: {
      standard: '일반 배송',
      express: '빠른 배송',
    },
    ends: (max: number) => `여기서 끝납니다: 한 파일은 주문 ${max}건까지입니다. 날짜로 나누어 나머지를 받아 주십시오.`,
  },
  en: {
    columns: {
      number: 'Number',
      placedAt: 'Placed',
      status: 'Status',
      payment: 'Payment',
      saga: 'Processing',
      sku: 'SKU',
      product: 'Product',
      option: 'Option',
      quantity: 'Pieces',
      unitPrice: 'Unit price',
      discount: 'Discount',
      amount: 'Amount',
      recipient: 'Recipient',
      email: 'Email',
      phone: 'Phone',
      delivery: 'Delivery',
      total: 'Order total (on the first row of each order)',
      currency: 'Currency',
    },
    statuses: {
      PENDING: 'Received',
      STOCK_RESERVED: 'Waiting for payment',
      PAYMENT_PROCESSING: 'Paying',
      PAID: 'Paid',
      CONFIRMED: 'Confirmed',
      PREPARING: 'Packing',
      SHIPPING: 'On its way',
      DELIVERED: 'Delivered',
      COMPLETED: 'Complete',
      RETURNED: 'Being returned',
      REFUNDED: 'Refunded',
      CANCELLED: 'Cancelled',
    },
    payments: {
      none: 'Not paid',
      open: 'Being paid',
      failed: 'Payment failed',
      'late-charge': 'Charged late, owed',
      paid: 'Paid',
      refunding: 'Refund under way',
      'refund-owed': 'Refund owed',
      'part-refunded': 'Refunded in part',
      refunded: 'Refunded',
    },
    sagas: {
      running: 'Running',
      waiting: 'Waiting',
      retrying: 'Retrying',
      undoing: 'Undoing',
      paused: 'Paused',
      stopped: 'Stopped',
    },
    methods: {
      standard: 'Standard delivery',
      express: 'Express delivery',
    },
    ends: (max: number) =>
      `The file ends here: it holds ${max} orders at most. Narrow the list by days to take the rest.`,
  },
}
