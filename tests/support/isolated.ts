/** Wraps a name in Unicode isolates, as the messages do. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
