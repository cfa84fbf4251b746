const grounds = {
  paper: 'bg-paper',
  'paper-2': 'bg-paper-2',
  sheet: 'bg-sheet',
  'celadon-wash': 'bg-celadon-wash',
  'rust-wash': 'bg-rust-wash',
} as const

const words = {
  ink: 'text-ink',
  'ink-2': 'text-ink-2',
  'gold-text': 'text-gold-text',
  celadon: 'text-celadon',
  rust: 'text-rust',
} as const

/** Every text colour on every ground; `colours.test.ts` measures the contrast of each pair. */
export const Colours = () => (
  <div className="grid gap-3 sm:grid-cols-3 lg:grid-cols-5">
    {Object.entries(grounds).map(([ground, background]) => (
      <div key={ground} className={`rounded-sm border border-line p-4 ${background}`}>
        <p className="mb-3 text-sm">{ground}</p>
        {Object.entries(words).map(([word, colour]) => (
          <p key={word} className={colour}>
            {word} · 가나다 123
          </p>
        ))}
      </div>
    ))}
  </div>
)
