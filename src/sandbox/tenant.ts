/** A fictional company. All names, titles and addresses are invented. */
export { delegations, ghostId } from './tenant/delegations.js';
export { people } from './tenant/people.js';

export const tenantId = '7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11';
export const clientId = 'b5a0c9f2-3d47-4c1e-8f6a-92e7d15b3c40';
/** The app's id in Teams. */
export const teamsAppId = 'd7e0a3b6-94c1-4f58-8a2e-6b1f70c9d245';
/** The app's service principal, the subject of app-only tokens. */
export const servicePrincipalId = 'e2b94f70-1c85-4d36-9f0a-57d3a8e6b419';
export const companyName = 'Alder & Finch';
