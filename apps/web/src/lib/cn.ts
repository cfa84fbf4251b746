import { type ClassValue, clsx } from 'clsx'

/**
 * Joins class names. Which of two that set the same property stands is for the style sheet to say, not for their order: the
 * one that shall win ends in `!`. A library that sorts this out would be sent with every page.
 */
export const cn = (...classes: ClassValue[]): string => clsx(classes)
