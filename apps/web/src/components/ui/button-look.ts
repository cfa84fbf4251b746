const shape =
  'inline-flex items-center justify-center gap-2 rounded-sm font-semibold text-center no-underline select-none transition-colors disabled:cursor-not-allowed aria-disabled:cursor-not-allowed [&_svg]:shrink-0'

const kinds = {
  primary:
    'bg-ink text-paper hover:bg-ink/88 disabled:bg-paper-2 disabled:text-ink-2 aria-disabled:bg-paper-2 aria-disabled:text-ink-2',
  line: 'border border-ink text-ink hover:bg-ink hover:text-paper disabled:border-line disabled:text-ink-2 disabled:hover:bg-transparent aria-disabled:border-line aria-disabled:text-ink-2 aria-disabled:hover:bg-transparent aria-disabled:hover:text-ink-2',
  quiet: 'text-ink hover:bg-paper-2 disabled:text-ink-2 aria-disabled:text-ink-2',
}

const sizes = {
  large: 'min-h-13 px-7 py-3',
  medium: 'min-h-11 px-5 py-2',
  small: 'min-h-11 px-3 py-1.5 text-sm',
}

export type ButtonLook = { kind?: keyof typeof kinds; size?: keyof typeof sizes }

/** How a button looks, whatever it is: a button, or a link that is one to the eye. */
export const buttonLook = ({ kind = 'primary', size = 'large' }: ButtonLook = {}): string =>
  `${shape} ${kinds[kind]} ${sizes[size]}`
