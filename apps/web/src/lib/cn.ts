import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: { classGroups: { 'font-size': [{ text: ['hero', 'title', 'head', 'sub', 'lead', 'base', 'sm'] }] } },
})

/** Joins class names; where two set the same property, the later one stands. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes))
