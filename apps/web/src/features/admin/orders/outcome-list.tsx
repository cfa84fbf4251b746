import { Link } from '@/i18n/navigation'

const tones = { good: 'text-celadon', bad: 'text-rust', plain: 'text-ink-2' }

type Row = { readonly id: string; readonly number: string; readonly text: string; readonly tone: keyof typeof tones }

/** What became of each order of an act on many. */
export const OutcomeList = ({ label, rows }: { label: string; rows: readonly Row[] }) => (
  <ul className="mt-3 max-h-72 overflow-y-auto border-t border-line" aria-label={label}>
    {rows.map(({ id, number, text, tone }) => (
      <li key={id} className="flex justify-between gap-4 border-b border-line py-2">
        <Link href={`/admin/orders/${id}`} className="figures font-semibold text-link">
          {number}
        </Link>
        <span className={tones[tone]}>{text}</span>
      </li>
    ))}
  </ul>
)
