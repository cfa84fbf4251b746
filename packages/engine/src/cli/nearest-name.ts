/** The known name that differs least from the given one, if it is near enough to have been meant. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  const most = Math.max(2, Math.floor(given.length / 3))
  const found = known
    .map(name => ({ name, distance: name.startsWith(given) ? 1 : editDistance(given, name) }))
    .sort((one, other) => one.distance - other.distance)[0]
  return found && found.distance <= most ? found.name : undefined
}

/** How many letters must be put in, taken out or replaced to make one text of the other. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (let place = 1; place <= other.length; place += 1) {
      const replaced = (row[place - 1] ?? 0) + (other[place - 1] === letter ? 0 : 1)
      next.push(Math.min(replaced, (row[place] ?? 0) + 1, (next[place - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
