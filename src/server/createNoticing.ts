import type { FastifyBaseLogger } from 'fastify';
import { acquireAppToken } from './auth/appToken.js';
import { createAppTokens } from './auth/appTokens.js';
import type { EntraClient } from './auth/entraClient.js';
import type { NoticesConfig } from './config.js';
import type { Database } from './database/Database.js';
import type { Clock } from './http/clock.js';
import type { HttpClient } from './http/httpClient.js';
import { createActivityFeed, type Attempt } from './notices/activityFeed.js';
import { createNotices } from './notices/createNotices.js';
import { remindHourly } from './notices/remindHourly.js';
import type { ClaimedNotice } from './notices/Notices.js';
import { createSender } from './notices/sender.js';
import { createSightings } from './notices/sightings.js';
import { readNoticeWords } from './notices/words.js';
import type { Noticing } from './routes/notifications.js';
import { toUserHash } from './web/logging.js';
import { toCause } from './web/toCause.js';

export type NoticingOptions = {
  readonly config: NoticesConfig;
  readonly graphEndpoint: string;
  readonly pagesFolder: string;
  readonly database: Database;
  readonly entra: EntraClient;
  readonly http: HttpClient;
  readonly log: FastifyBaseLogger;
  readonly clock: Clock;
};

/** Everything that telling people needs, wired together; nothing is sent before `start`. */
export async function createNoticing(options: NoticingOptions) {
  const { config, graphEndpoint, pagesFolder, database, entra, http, log, clock } = options;
  const notices = createNotices({ database, key: config.key, nowMs: clock.nowMs });
  const tokens = createAppTokens((tenantId) => acquireAppToken(entra, tenantId, graphEndpoint));
  const sender = createSender({
    notices,
    send: createActivityFeed({
      http,
      graphEndpoint,
      teamsAppId: config.teamsAppId,
      words: await readNoticeWords(pagesFolder),
      getToken: tokens.get,
    }),
    clock,
    onAttempt: logAttempt(log),
  });
  const sightings = createSightings(notices, sender.wake);
  const noticing: Noticing = { notices, sightings };
  let reminding: ReturnType<typeof remindHourly> | undefined;
  return {
    noticing,
    start: () => {
      sender.start();
      if (config.reminderDays > 0) reminding = remindHourly(notices, config.reminderDays, sender.wake);
    },
    close: async () => {
      await reminding?.stop();
      await sightings.close();
      await sender.stop();
    },
  };
}

const logAttempt =
  (log: FastifyBaseLogger) =>
  ({ person, kind, claim }: ClaimedNotice, { outcome, status, requestId, cause }: Attempt): void => {
    const line = {
      notice: claim,
      kind,
      user: toUserHash(person),
      outcome: outcome.kind,
      ...(outcome.kind === 'refused' && { problem: outcome.problem }),
      ...(status !== undefined && { status }),
      ...(requestId !== undefined && { graphRequestIds: [requestId] }),
      ...(cause !== undefined && { cause: toCause(cause) }),
    };
    // Of these nobody would hear: the person is told why in the tab.
    const isOurs = outcome.kind === 'refused' && outcome.problem === null;
    if (isOurs) log.error(line, 'Graph does not take a notice');
    else log.info(line, outcome.kind === 'sent' ? 'notice sent' : 'notice not sent');
  };
