/** Time zones as the browser knows them. */
export const zones: readonly string[] = Intl.supportedValuesOf('timeZone');
