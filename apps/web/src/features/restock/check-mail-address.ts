/**
 * Whether a mail could go there, by the api's own rule, which is fetched with the first address; where it does not come, the
 * api's own answer tells.
 */
export const checkMailAddress = async (text: string): Promise<boolean> => {
  try {
    const { isMailAddress } = await import('./is-mail-address')
    return isMailAddress(text)
  } catch (error) {
    console.warn('the rule for a mail address could not be fetched', error)
    return true
  }
}
