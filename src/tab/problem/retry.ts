/** Tries again what did not work; resolves to whether it has worked now. */
export type Retry = () => Promise<boolean>;
