/** The whole seconds that are surely left until then: rounded down, never below zero. */
export const secondsUntil = (until: string, nowMs: number): number =>
  Math.max(0, Math.floor((new Date(until).getTime() - nowMs) / 1000))

/** `29:05`, with hours only where there are any. */
export const formatCountdown = (seconds: number): string => {
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}
