/**
 * @typedef {object} MutatedFolder
 * @property {string} folder below `src/`
 * @property {readonly string[]} tests the suites that hold what it promises; globs below `tests/`
 * @property {number} atLeast percent of its mutants that these suites must notice
 * @property {readonly string[]} [tables] files of it that are nothing but a table of sentences; not changed
 */

/** @type {readonly MutatedFolder[]} */
export const mutatedFolders = [
  { folder: 'server/auth', tests: ['server/auth/*'], atLeast: 85, tables: ['ownFaults.ts'] },
  {
    folder: 'server/caller',
    tests: [
      'server/caller/*',
      'server/web/{logging,metrics,rateLimit}',
      'server/auth/{claimsChallenge,authorizationHeader}',
    ],
    atLeast: 80,
  },
  {
    folder: 'server/graph',
    tests: [
      'server/graph/*',
      'server/routes/{delegations,me,people}',
      'server/auth/claimsChallenge',
      'server/confirmations/records',
    ],
    atLeast: 80,
  },
  { folder: 'server/confirmations', tests: ['server/confirmations/{libsql,records}'], atLeast: 85 },
  {
    folder: 'server/notices',
    tests: [
      'server/notices/{activityFeed,decide,delegationState,sender,watcher}',
      'server/notices/{libsql,toNotification,toOutcome}',
    ],
    atLeast: 80,
  },
  {
    folder: 'server/routes',
    tests: ['server/routes/*', 'server/confirmations/libsql', 'server/notices/libsql'],
    atLeast: 80,
  },
  {
    folder: 'tools/doctor',
    // Those that examine a whole set-up, over and over, hold what these hold.
    tests: [
      'tools/doctor/{authority,credential,documents,endpoints,examine,finding,graphCallFaults,pageFaults,stores}',
      'tools/doctor/{certificate,notices,setUp}',
    ],
    atLeast: 80,
  },
];

/**
 * The folder that an argument means: `auth`, `server/auth`, or one of its files, `auth/exchange.ts`.
 *
 * @param {string} argument
 * @returns {(MutatedFolder & { readonly mutate: string }) | undefined} `mutate` is a glob; undefined when there is none
 */
export function findFolder(argument) {
  const path = argument.replace(/^src\//, '').replace(/\/$/, '');
  const found = mutatedFolders.find(({ folder }) =>
    [folder, folder.slice(folder.indexOf('/') + 1)].some((name) => `${path}/`.startsWith(`${name}/`)),
  );
  if (found === undefined) return undefined;
  const name = found.folder.slice(found.folder.indexOf('/') + 1);
  const file = path.slice(path.indexOf(name) + name.length);
  return { ...found, mutate: `src/${found.folder}${file === '' ? '/**/*.ts' : file}` };
}
