const minute = 60
const hour = 60 * minute

/**
 * After how many seconds the shop itself tries again what failed only because the outside was away: soon at first, then each
 * hour for a day. What is still not done then waits for a person.
 */
export const tryAgainSeconds: readonly number[] = [
  ...[30, minute, 2 * minute, 5 * minute, 10 * minute, 30 * minute],
  ...Array.from({ length: 24 }, () => hour),
]
