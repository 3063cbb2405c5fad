/** Repeats a failed action. Resolves to true on success. */
export type Retry = () => Promise<boolean>;
