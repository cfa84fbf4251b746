import lighthouse from 'lighthouse'

export type Scores = Record<'performance' | 'accessibility' | 'best-practices' | 'seo', number>

export interface Measured {
  scores: Scores
  lcpMs: number
  cls: number
  tbtMs: number
  /** Scripts as sent over the wire, in thousands of bytes. */
  scriptKb: number
  /** What took points off, a line each. */
  faults: string[]
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** On a busy machine the browser now and then loses the beginning of its own trace. */
const triesMax = 3

const look = async (url: string, port: number, cookie: string) => {
  for (let tries = 1; ; tries += 1) {
    const run = await lighthouse(url, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: [...categories],
      extraHeaders: { Cookie: cookie },
    })
    if (run && !run.lhr.runtimeError) return run.lhr
    const reason = run?.lhr.runtimeError?.message ?? 'no result'
    if (tries === triesMax) throw new Error(`Lighthouse at ${url}: ${reason}`)
    console.log(`  once more, for ${url}: ${reason}`)
  }
}

/** One run of Lighthouse with its phone profile (a middling phone on slow 4G) in the browser behind `port`. */
export const measurePage = async (url: string, port: number, cookie: string): Promise<Measured> => {
  const lhr = await look(url, port, cookie)
  const scoreOf = (category: keyof Scores) => Math.round((lhr.categories[category]?.score ?? 0) * 100)
  const figure = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN
  const fallen = new Set(
    (['accessibility', 'best-practices', 'seo'] as const).flatMap(
      category =>
        lhr.categories[category]?.auditRefs.filter(ref => ref.weight > 0 && lhr.audits[ref.id]?.score !== null) ?? [],
    ),
  )
  const faults = [...fallen].flatMap(ref => {
    const audit = lhr.audits[ref.id]
    return audit && (audit.score ?? 1) < 1 ? [`${audit.id}: ${audit.title}`] : []
  })
  const details = lhr.audits['network-requests']?.details
  const requests = details?.type === 'table' ? details.items : []
  const scriptBytes = requests
    .filter(request => request.resourceType === 'Script')
    .reduce((sum, request) => sum + Number(request.transferSize ?? 0), 0)
  return {
    scores: Object.fromEntries(categories.map(category => [category, scoreOf(category)])) as Scores,
    lcpMs: Math.round(figure('largest-contentful-paint')),
    cls: figure('cumulative-layout-shift'),
    tbtMs: Math.round(figure('total-blocking-time')),
    scriptKb: Math.round(scriptBytes / 1000),
    faults,
  }
}
