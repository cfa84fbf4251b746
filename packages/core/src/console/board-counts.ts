/** A board counts so many of a state; one more says that there are more. */
export const boardCountMax = 100
