/** One item, or several: a Set for each of a hundred thousand single items would take more memory than the items. */
export type Bag<Item extends object> = Item | Set<Item>

export function putIn<Item extends object>(bags: Map<string, Bag<Item>>, key: string, item: Item): void {
  const bag = bags.get(key)
  if (bag === undefined) bags.set(key, item)
  else if (bag instanceof Set) bag.add(item)
  else bags.set(key, new Set([bag, item]))
}

export function takeOut<Item extends object>(bags: Map<string, Bag<Item>>, key: string, item: Item): void {
  const bag = bags.get(key)
  if (bag instanceof Set) bag.delete(item)
  if (bag === item || (bag instanceof Set && bag.size === 0)) bags.delete(key)
}

export function itemsOf<Item extends object>(bag: Bag<Item> | undefined): Iterable<Item> {
  if (bag === undefined) return []
  return bag instanceof Set ? bag : [bag]
}
