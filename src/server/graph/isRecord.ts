/** Tests for a JSON object, excluding arrays and null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Graph reports some backend failures as an error body with a success status. */
export const isErrorBody = (body: unknown): boolean => isRecord(body) && isRecord(body['error']);
