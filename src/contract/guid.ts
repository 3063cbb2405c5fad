const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Accepts any version and either case, but no braces. */
export const isGuid = (text: string): boolean => guid.test(text);
