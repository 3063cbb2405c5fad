import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { activityTypes } from '../../contract/teamsApp.js';
import type { Config } from '../../server/config.js';
import { askAs, NoAnswer } from '../ask.js';
import { readClaims, withAppToken } from './credential.js';
import { of, type CheckResult } from './CheckResult.js';

type Where = {
  readonly root: string;
  readonly environment: string;
  /** True if Entra can issue a token. */
  readonly isEntraUsable: boolean;
};

/** Checks that notifications can reach their subscribers, without sending one. */
export async function* checkNotifications(config: Config, where: Where): AsyncGenerator<CheckResult> {
  if (config.notifications === undefined) {
    yield of('Notifications').skipped('Off (NOTIFICATIONS).');
    return;
  }
  yield checkKey(config);
  yield checkTypes(where);
  yield* checkPackage(where);
  yield await checkToken(config, where);
  yield await checkWatching(config, where);
  yield of('Delivery').skipped(
    'Not checked: whether Teams shows a notification. Subscribe in the tab, and have someone change a delegation. ' +
      'If Teams refuses it, the tab says why.',
  );
}

function checkKey({ credential, sharedTokenCache }: Config): CheckResult {
  const { ok, note } = of('Notifications');
  return credential.kind === 'managedIdentity' && sharedTokenCache === undefined
    ? note(
        'On, but stored list states are hashed without a secret key: anyone with access to the database can guess them.',
        'Set REDIS_URL and TOKEN_CACHE_KEY, or use a certificate as the credential.',
      )
    : ok('On, and stored list states are hashed with a secret key.');
}

type Declaration = {
  readonly activities?: {
    readonly activityTypes?: readonly { readonly type?: string; readonly templateText?: string }[];
  };
};

/** The server sends no template parameters. */
const sent = Object.values(activityTypes)
  .map((type) => `${type}()`)
  .sort();

/** Lists the activity types with their template parameters, except the one that Teams fills in. */
const declaredIn = ({ activities }: Declaration): readonly string[] =>
  (activities?.activityTypes ?? [])
    .map(({ type = '', templateText = '' }) => {
      const names = [...templateText.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const parameters = names.filter((name) => name !== 'actor').sort();
      return `${type}(${parameters.join(', ')})`;
    })
    .sort();

/** Graph accepts an undeclared activity type, but Teams displays nothing. */
function checkTypes({ root }: Where): CheckResult {
  const { ok, failed } = of('Activity types');
  const file = 'appPackage/notifications.json';
  const declared = declaredIn(JSON.parse(readFileSync(join(root, file), 'utf8')) as Declaration);
  return declared.join() === sent.join()
    ? ok(`${file} declares what the server sends.`)
    : failed(
        `${file} declares ${declared.join(', ') || 'nothing'}; the server sends ${sent.join(', ')}.`,
        `Correct ${file}, then build and upload the package again. Teams shows only declared types.`,
      );
}

/** Checks the latest built package, if it still exists. */
function* checkPackage({ root, environment }: Where): Generator<CheckResult> {
  const { ok, failed } = of('Package with notifications');
  const file = `appPackage/build/appPackage.${environment}.zip`;
  if (!existsSync(join(root, file))) return;
  yield declaredIn(readManifest(join(root, file))).join() === sent.join()
    ? ok(`${file} declares them.`)
    : failed(
        `${file} does not declare notifications, so its users cannot receive any.`,
        `Build it with npm run package -- --env ${environment} --notifications and upload it, or set NOTIFICATIONS=off.`,
      );
}

/** Returns an empty declaration if there is no manifest. */
function readManifest(file: string): Declaration {
  try {
    const { 'manifest.json': bytes } = unzipSync(readFileSync(file));
    return JSON.parse(strFromU8(bytes ?? new Uint8Array())) as Declaration;
  } catch {
    return {};
  }
}

const cannotAsk = 'Entra must be reachable, and AAD_APP_TENANT_ID must be a GUID.';

async function checkToken(config: Config, { isEntraUsable }: Where): Promise<CheckResult> {
  const { ok, skipped } = of('Token for notifications');
  if (!isEntraUsable || config.tenantId === 'organizations') return skipped(cannotAsk);
  return await withAppToken(config, 'Token for notifications', config.graphEndpoint, () =>
    // The token contains neither TeamsActivity.Send.User nor the app's installations.
    ok('Entra issues an app-only token. Graph decides for each user whether a notification is permitted.'),
  );
}

const permission = 'CallDelegation.Read.All';

/** Reads as the watcher does, but for a user who does not exist. Graph checks the permission first. */
async function checkWatching(config: Config, { isEntraUsable }: Where): Promise<CheckResult> {
  const { ok, failed, skipped } = of('Background reading');
  if (config.notifications?.watchIntervalMinutes === 0) return skipped('Off (WATCH_INTERVAL_MINUTES).');
  if (!isEntraUsable || config.tenantId === 'organizations') return skipped(cannotAsk);
  const url = `${config.graphEndpoint}/beta/users/${randomUUID()}/communications/callSettings/delegates`;
  return await withAppToken(config, 'Background reading', config.graphEndpoint, async (token) => {
    const answer = await askAs(token, url);
    if (answer instanceof NoAnswer)
      return failed(`No response (${answer.reason}).`, 'Check DNS, firewall and proxy.');
    const { status } = answer;
    if (status === 404 || status === 200)
      return ok('Graph lets the app read call delegations without a signed-in user.');
    if (status === 429 || status >= 500)
      return failed(`Graph returned ${status}.`, 'Try again. If this persists, check its service health.');
    const { roles } = readClaims(token);
    return Array.isArray(roles) && roles.includes(permission)
      ? failed(
          `Graph returned ${status} although ${permission} is granted. Microsoft’s permission data lists it for reading call ` +
            'delegations, but the documentation says that application permissions are not supported.',
          'Set WATCH_INTERVAL_MINUTES=0. The server still detects a change when either party opens the tab.',
        )
      : failed(
          `Graph returned ${status}. The app does not have the application permission ${permission}, so background reading is off.`,
          'Grant it in Entra (App registrations > API permissions > Application permissions), or set WATCH_INTERVAL_MINUTES=0.',
        );
  });
}
