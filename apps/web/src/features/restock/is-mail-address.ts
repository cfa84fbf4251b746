import { restockEmailSchema } from '@makegood/core/restock/inputs'

/** Whether a mail could go there, by the api's own rule. */
export const isMailAddress = (text: string): boolean => restockEmailSchema.safeParse(text).success
