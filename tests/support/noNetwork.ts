// teams-js fetches the list of valid hosts when it is loaded, and works without it.
globalThis.fetch = () => Promise.reject(new Error('Unit tests have no network.'));
