const sizes = [
  ['text-hero', 'font-serif'],
  ['text-title', 'font-serif'],
  ['text-head', 'font-serif'],
  ['text-sub', 'font-serif'],
  ['text-lead', ''],
  ['text-base', ''],
  ['text-sm', ''],
] as const

export const Typography = () => (
  <div className="grid gap-5">
    {sizes.map(([size, family]) => (
      <div key={size} className="grid items-baseline gap-1 sm:grid-cols-[8rem_1fr]">
        <code className="text-sm text-ink-2">{size}</code>
        <p className={`${size} ${family}`}>
          Broken, and whole again. <span lang="ko">깨진 것은, 다시 이어집니다.</span>
        </p>
      </div>
    ))}
    <div className="grid items-baseline gap-1 sm:grid-cols-[8rem_1fr]">
      <code className="text-sm text-ink-2">figures</code>
      <p className="figures">
        ₩1,111,111
        <br />
        ₩8,888,888
      </p>
    </div>
  </div>
)
