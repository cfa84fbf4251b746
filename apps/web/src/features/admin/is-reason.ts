const reasonCharsMin = 3

/** True where a reason says something: somebody will ask. */
export const isReason = (reason: string): boolean => reason.trim().length >= reasonCharsMin
