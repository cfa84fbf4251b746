import { isPermitted } from '@makegood/core/user/permissions'
import type { Role } from '@makegood/core/user/roles'
import { type ConsolePlace, consoleGroups } from './console-places'

export type PlaceName = (typeof consoleGroups)[number]['places'][number]['name']
export type GroupName = (typeof consoleGroups)[number]['name']
type Place = ConsolePlace & { readonly name: PlaceName }

/** The places that a role may open, by group; a group without any is left out. */
export const findPlaces = (role: Role): readonly { readonly name: GroupName; readonly places: readonly Place[] }[] =>
  consoleGroups
    .map(({ name, places }) => ({
      name,
      places: (places as readonly Place[]).filter(({ permission }) => isPermitted(role, permission)),
    }))
    .filter(group => group.places.length > 0)

/** The place in which an address lies: the one whose path is the longest beginning of it. */
export const findPlaceAt = (pathname: string): PlaceName | null => {
  const around = consoleGroups
    .flatMap((group): readonly (ConsolePlace & { readonly name: PlaceName })[] => group.places)
    .filter(({ path }) => pathname === path || (path !== '/admin' && pathname.startsWith(`${path}/`)))
  return around.sort((a, b) => b.path.length - a.path.length)[0]?.name ?? null
}
