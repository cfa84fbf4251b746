import { readDuration } from '../runs/duration.ts'

export type OptionGroup = 'Server' | 'Keys' | 'Apps' | 'Storage' | 'Logs'

/** One option of the command; `Value` is what it reads, `Fallback` what stands where it is not given. */
export type Option<Value, Fallback> = {
  group: OptionGroup
  help: string
  short?: string
  /** The environment variable of the same meaning. */
  env?: string
  /** What stands for its value in the help; a switch has none. */
  placeholder: string | undefined
  /** Whether it may be given more than once. */
  many: boolean
  /** What a right value is, to complete the sentence "it should be …". */
  expects: string
  /** Shown in the help for an option that is not given. */
  usually?: string
  fallback: Fallback
  /** Reads what was given; undefined where it is wrong. */
  read(texts: string[]): Value | undefined
}

type Parts<Fallback> = Pick<Option<never, Fallback>, 'group' | 'help' | 'short' | 'env' | 'usually' | 'fallback'>

function single<Value, Fallback>(
  parts: Parts<Fallback> & { placeholder: string; expects: string; read(text: string): Value | undefined },
): Option<Value, Fallback> {
  return { ...parts, many: false, read: texts => parts.read(texts.at(-1) ?? '') }
}

/** Any text that is not empty and passes `accepts`. */
export function text<Fallback>(
  parts: Parts<Fallback> & { placeholder: string; expects: string; accepts?(text: string): boolean },
): Option<string, Fallback> {
  const { accepts = () => true, ...rest } = parts
  return single({ ...rest, read: given => (given !== '' && accepts(given) ? given : undefined) })
}

/** Any number of texts, each given by itself or all with commas between them. */
export function texts(
  parts: Omit<Parts<string[]>, 'fallback'> & {
    placeholder: string
    expects: string
    convert?(text: string): string | undefined
  },
): Option<string[], string[]> {
  const { convert = given => given, ...rest } = parts
  return {
    ...rest,
    many: true,
    fallback: [],
    read(given) {
      const read = given.map(entry => (entry === '' ? undefined : convert(entry)))
      const good = read.filter(entry => entry !== undefined)
      return good.length === given.length ? good : undefined
    },
  }
}

/** A whole number within bounds. */
export function wholeNumber<Fallback>(
  parts: Parts<Fallback> & { min: number; max: number; placeholder?: string; what?: string },
): Option<number, Fallback> {
  const { min, max, placeholder = 'number', what = 'a whole number', ...rest } = parts
  return single({
    ...rest,
    placeholder,
    expects: `${what} from ${min} to ${max}`,
    read(given) {
      const value = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN
      return value >= min && value <= max ? value : undefined
    },
  })
}

/** Seconds, read as milliseconds; fractions are allowed. */
export function seconds<Fallback>(parts: Parts<Fallback> & { max: number }): Option<number, Fallback> {
  const { max, ...rest } = parts
  return single({
    ...rest,
    placeholder: 'seconds',
    expects: `a number of seconds from 0 to ${max}`,
    read(given) {
      const value = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN
      return value <= max ? Math.ceil(value * 1_000) : undefined
    },
  })
}

/** A length of time such as "90s", "12h" or "30d", read as milliseconds; 0 needs no unit. */
export function duration<Fallback>(
  parts: Parts<Fallback> & { minMs: number; zero: boolean },
): Option<number, Fallback> {
  const { minMs, zero, ...rest } = parts
  return single({
    ...rest,
    placeholder: 'duration',
    expects: `a duration such as 90s, 12h or 30d${zero ? ', or 0' : ''}`,
    read(given) {
      if (zero && given === '0') return 0
      const value = readDuration(given)
      return value !== undefined && value >= minMs ? value : undefined
    },
  })
}

/** One of a few words. */
export function choice<Word extends string, Fallback>(
  parts: Parts<Fallback> & { words: readonly Word[]; placeholder: string },
): Option<Word, Fallback> {
  const { words, ...rest } = parts
  return single({
    ...rest,
    expects: `one of ${words.join(', ')}`,
    read: given => words.find(word => word === given),
  })
}

const saidYesOrNo = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

/** An option without a value; the environment and a file say true or false. */
export function toggle(parts: Omit<Parts<false>, 'fallback'>): Option<boolean, false> {
  return {
    ...parts,
    placeholder: undefined,
    many: false,
    expects: 'true or false',
    fallback: false,
    read: given => saidYesOrNo.get((given.at(-1) ?? '').toLowerCase()),
  }
}
