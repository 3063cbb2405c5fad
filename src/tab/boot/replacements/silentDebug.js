const createLog = () => Object.assign(() => undefined, { extend: createLog });

/**
 * Replaces the `debug` package inside teams-js, which logs only if the browser's storage enables it. Saves 1.9 KB of brotli.
 * Exports the name that teams-js's bundled copy exports. JavaScript, because webpack has chosen the loaders before it replaces
 * a file.
 */
export const b = { debug: Object.assign(createLog, { formatArgs: () => undefined }) };
