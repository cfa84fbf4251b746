const oldestMajor = 22

/** What to say to whoever runs the command on a Node that is too old; undefined where this one will do. */
export function checkNode(version: string): string | undefined {
  if (Number.parseInt(version, 10) >= oldestMajor) return undefined
  return `makegood-engine needs Node ${oldestMajor} or newer; this is ${version}.`
}
