import { hash, randomUUID } from 'node:crypto';
import type { Confirmation } from '../../../src/contract/confirmation.js';
import type * as contract from '../../../src/contract/delegation.js';
import { as } from '../../support/confirming.js';
import { newFolder, queryFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { startServer, type TestServer } from '../../support/startServer.js';

/** Compatibility of stored records. Here the program knows a sixth permission, which older records lack. */

jest.mock('../../../src/contract/delegation.js', () => {
  const actual = jest.requireActual<typeof contract>('../../../src/contract/delegation.js');
  const [first, ...others] = actual.rights;
  const rights = [first, 'transferCalls', ...others];
  const forEachRight = (ask: (right: string) => unknown) =>
    Object.fromEntries(rights.map((right) => [right, ask(right)]));
  return { ...actual, rights, forEachRight };
});
const sixth = 'transferCalls';

/** Five permissions. The first version has no `isRight`. */
const five = {
  makeCalls: true,
  receiveCalls: false,
  pickUpHeldCalls: null,
  joinActiveCalls: true,
  manageCallAndDelegateSettings: false,
};

describe('a permission that is newer than a record', () => {
  const folder = newFolder();
  let server: TestServer;
  const delegatorId = randomUUID();
  const graphSays = (allowedActions: object) => {
    server.sandbox.graph.script = ({ path }) =>
      path.endsWith('/delegators')
        ? { status: 200, body: { value: [{ id: delegatorId, isActive: true, allowedActions }] } }
        : undefined;
  };
  beforeAll(async () => {
    server = await startServer({ env: { DATA_DIR: folder } });
  });
  beforeEach(async () => {
    await as(server).forget();
  });
  afterAll(async () => {
    await server.close();
    removeFolders();
  });
  const lastEntry = async () => {
    const [last] = (await as(server).history()).body['value'] as Confirmation[];
    return last?.entries[0];
  };

  test('reads a record of the first version without that permission and with no entry marked as wrong', async () => {
    graphSays({ ...five, [sixth]: true });
    await as(server).confirm();
    const entry = { id: delegatorId, isActive: null, allowedActions: five };
    queryFolder(folder, `update confirmations set entries = '${JSON.stringify([entry])}'`);

    expect(await lastEntry()).toEqual({ ...entry, isRight: true });
  });

  test('reads a record of a later version without its unknown fields', async () => {
    graphSays({ ...five, [sixth]: true });
    await as(server).confirm();
    const entry = { id: delegatorId, isActive: true, allowedActions: five, isRight: false };
    const later = { ...entry, note: 'later', allowedActions: { ...five, recordCalls: true } };
    queryFolder(folder, `update confirmations set entries = '${JSON.stringify([later])}'`);

    expect(await lastEntry()).toEqual(entry);
  });

  test('a user who loaded the page before the upgrade confirms only the permissions they saw', async () => {
    graphSays({ ...five, [sixth]: true });
    const seenBefore = fingerprintOfFive(delegatorId);
    expect(await as(server).fingerprint()).not.toBe(seenBefore);
    const answer = await as(server).ask('PUT', `/api/confirmations/delegators/${randomUUID()}`, {
      fingerprint: seenBefore,
    });

    expect(answer).toMatchObject({ status: 201, body: { fingerprint: seenBefore } });
    expect(await lastEntry()).toEqual({
      id: delegatorId,
      isActive: true,
      allowedActions: five,
      isRight: true,
    });
  });

  test('a user who loaded the page before the upgrade gets list_changed if one of the five changes', async () => {
    graphSays({ ...five, makeCalls: false, [sixth]: true });
    const answer = await as(server).ask('PUT', `/api/confirmations/delegators/${randomUUID()}`, {
      fingerprint: fingerprintOfFive(delegatorId),
    });

    expect(answer).toMatchObject({ status: 409, body: { code: 'list_changed' } });
  });

  test('answers 503 for a stored row of an unknown shape', async () => {
    graphSays(five);
    await as(server).confirm();
    queryFolder(folder, `update confirmations set entries = '[{"id":1}]'`);

    expect(await as(server).history()).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    expect(JSON.stringify(server.log)).toContain('a stored row cannot be parsed');
  });
});

/** Fingerprint of a list with one entry, as the program computed it before the sixth permission. */
const fingerprintOfFive = (id: string): string => {
  const known = Object.entries(five).sort(([a], [b]) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify([id, true, ...known]), 'base64url');
};
