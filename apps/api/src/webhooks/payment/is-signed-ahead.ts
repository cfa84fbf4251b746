const toleranceSeconds = 300

/** True where a signature claims to be made more than five minutes from now; Stripe's SDK refuses only old ones. */
export const isSignedAhead = (signature: string, now: Date): boolean => {
  const seconds = Number(signature.match(/(?:^|,)\s*t=(\d+)/)?.[1] ?? 0)
  return seconds * 1000 > now.getTime() + toleranceSeconds * 1000
}
