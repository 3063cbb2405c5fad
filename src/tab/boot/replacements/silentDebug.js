const createLog = () => Object.assign(() => undefined, { extend: createLog });

/**
 * Stands in for the `debug` package inside teams-js, which writes only for those who switch it on in the browser's storage:
 * 2.5 KB before the list. Named as teams-js names its bundled copy. JavaScript, since webpack puts it in the place of a file
 * for which it has already chosen the loaders.
 */
export const b = { debug: Object.assign(createLog, { formatArgs: () => undefined }) };
