/** A parcel's incident names the parcel instead of a step. */
export const isParcel = (stepId: string): boolean => stepId.startsWith('shp_')
