const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Any version, either case, without braces. */
export const isGuid = (text: string): boolean => guid.test(text);
