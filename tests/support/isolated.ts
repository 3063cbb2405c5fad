/** A name as sentences hold it: in a direction of its own. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
