/**
 * Types for the used modules of undici. Its main entry also loads fetch, WebSocket, caches and mocks (9 MB of
 * memory).
 */
declare module 'undici/lib/dispatcher/agent.js' {
  export { Agent as default } from 'undici';
}
declare module 'undici/lib/core/errors.js' {
  export { errors as default } from 'undici';
}
