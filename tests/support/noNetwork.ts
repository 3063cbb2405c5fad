// teams-js asks for Microsoft's list of hosts as soon as it is loaded, and goes on without.
globalThis.fetch = () => Promise.reject(new Error('Unit tests have no network.'));
