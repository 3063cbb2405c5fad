/** A JSON object: neither a list nor null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An error although the status says success, as Graph sends it for some failures behind it. */
export const isErrorBody = (body: unknown): boolean => isRecord(body) && isRecord(body['error']);
