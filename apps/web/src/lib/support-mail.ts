/** Where shoppers write to when a page cannot help. */
export const supportMail = 'help@makegood.example'
