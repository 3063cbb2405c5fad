/** Load msal on first use, because loading it accounts for about a third of the startup time. */
export const loadMsal = () => import('@azure/msal-node');
