/** The parts of undici that are used: its entry loads fetch, WebSocket, caches and mocks too, for 9 MB. */
declare module 'undici/lib/dispatcher/agent.js' {
  export { Agent as default } from 'undici';
}
declare module 'undici/lib/core/errors.js' {
  export { errors as default } from 'undici';
}
