/** Loaded apart: nothing needs it before somebody is to be signed in, and it takes as long as a third of a start. */
export const loadMsal = () => import('@azure/msal-node');
