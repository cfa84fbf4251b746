/** Where the trace of a saga is looked at, by what the setting says: `{traceId}` and `{correlationId}` stand in its place. */
export const traceAddress = (
  setting: string,
  ids: { readonly traceId: string; readonly correlationId: string },
): string =>
  setting
    .replaceAll('{traceId}', encodeURIComponent(ids.traceId))
    .replaceAll('{correlationId}', encodeURIComponent(ids.correlationId))
