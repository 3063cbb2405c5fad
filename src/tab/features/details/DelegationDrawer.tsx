import { Button, makeStyles, Spinner, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { Delegation, ListName, PersonExtras } from '../../../contract/delegation.js';
import { delegationPath } from '../../../contract/paths.js';
import { toSubPageId, type Place } from '../../../contract/place.js';
import { toPair } from '../../administrator/powerShell.js';
import { toTabProblem, type Retry } from '../../api/TabProblem.js';
import { CopyButton } from '../../components/CopyButton.js';
import { Notice } from '../../components/Notice.js';
import { DrawerContent, SideDrawer } from '../../components/SideDrawer.js';
import { useToday } from '../../components/useToday.js';
import { knownName } from '../../delegation/wording.js';
import { PersonLine } from '../../delegation/PersonLine.js';
import type { Destination } from '../../delegation/resolvePlace.js';
import type { ShowBefore } from '../../delegation/RightMark.js';
import { isInForce } from '../../delegation/standing.js';
import { StatusBadge } from '../../delegation/StatusLine.js';
import { OtherSideMark } from '../../delegation/OtherSideMark.js';
import { sayOtherSide, toOtherSide } from '../../delegation/otherSide.js';
import { useCounterparts } from '../../delegation/useCounterparts.js';
import { useNames } from '../../delegation/useNames.js';
import type { HostContext } from '../../host/teams.js';
import { formatDay, formatRelative } from '../../i18n/formatDate.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage, useMessages } from '../../i18n/useMessages.js';
import { ProblemNotice } from '../../problem/ProblemNotice.js';
import { useSession } from '../../session.js';
import { PersonButtons } from './PersonButtons.js';
import { RightsExplained } from './RightsExplained.js';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: tokens.spacingVerticalXL },
  section: { display: 'grid', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  facts: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0 },
  fact: { display: 'grid', margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  support: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalXS },
  id: { overflowWrap: 'anywhere' },
});

type DetailsProps = {
  readonly list: ListName;
  readonly id: string;
  /** Entry from the list, shown until the details arrive. */
  readonly known: Delegation | undefined;
  readonly extras: PersonExtras | undefined;
  readonly showBefore: ShowBefore | undefined;
  /** True when the other list holds the same person. */
  readonly isBothWays: boolean;
  readonly refresh: Retry;
  readonly ask: () => void;
  readonly close: () => void;
};

/** Details of one delegation, read again on opening. */
export function DelegationDrawer({ isOpen, ...details }: DetailsProps & { readonly isOpen: boolean }) {
  return (
    <SideDrawer isOpen={isOpen} close={details.close} about={details.id}>
      <Details key={`${details.list}/${details.id}`} {...details} />
    </SideDrawer>
  );
}

function Details({ list, id, known, extras, showBefore, isBothWays, refresh, ask, close }: DetailsProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { details, attention } = useLaterMessages();
  const { api, context, config } = useSession();
  const query = useQuery({
    queryKey: ['delegation', list, id],
    queryFn: () => api.send<Delegation>(delegationPath(list, id)),
    staleTime: 0,
    ...(known !== undefined && { placeholderData: known }),
  });
  const problem = query.error === null ? undefined : toTabProblem(query.error);
  const isGone = problem?.code === 'not_found' || problem?.code === 'invalid_id';
  const delegation = isGone ? undefined : (query.data ?? known);
  const [seen, setSeen] = useState(known);
  if (delegation !== undefined && delegation !== seen) setSeen(delegation);
  const toName = useNames(isGone && seen === undefined ? [id] : [], []);
  useAgreement(query, isGone, known, refresh);

  return (
    <DrawerContent
      title={
        seen === undefined ? (
          <bdi>{toName(id) ?? details.facts}</bdi>
        ) : (
          <PersonLine delegation={seen} extras={extras} isChanged={showBefore !== undefined} />
        )
      }
      actions={
        id !== '' && (
          <CopyButton
            icon={<LinkRegular />}
            label={details.copyLink}
            text={toDeepLink(context, config.clientId, list, id)}
          />
        )
      }
      close={close}
    >
      {isGone && <Text role="status">{details.gone}</Text>}
      {delegation === undefined && !isGone && problem === undefined && <Spinner label={messages.loading} />}
      {delegation === undefined && !isGone && problem !== undefined && (
        <ProblemNotice problem={problem} retry={async () => (await query.refetch()).isSuccess} />
      )}
      {delegation !== undefined && (
        <div className={styles.parts}>
          <PersonButtons delegation={delegation} />
          {known !== undefined && (
            <div>
              <Button appearance="primary" onClick={ask}>
                {list === 'delegators' ? attention.steps.ask : details.change}
              </Button>
            </div>
          )}
          {isBothWays && <Text weight="semibold">{details.bothWays}</Text>}
          <section className={styles.section}>
            <Subtitle2 as="h3" className={styles.title}>
              {details.rights}
            </Subtitle2>
            <RightsExplained
              list={list}
              delegation={delegation}
              presence={extras?.presence}
              showBefore={showBefore}
            />
          </section>
          <section className={styles.section}>
            <Subtitle2 as="h3" className={styles.title}>
              {details.facts}
            </Subtitle2>
            <Facts list={list} delegation={delegation} />
            <Text size={200} className={styles.quiet}>
              {details.noOneIsNotified}
            </Text>
            {id !== '' && (
              <details className={styles.support}>
                <summary className={styles.summary}>{details.support}</summary>
                {details.id}: <bdi className={styles.id}>{id}</bdi> <CopyButton text={id} />
              </details>
            )}
          </section>
        </div>
      )}
    </DrawerContent>
  );
}

/**
 * Returns a link that opens this delegation in Teams for both people, if the host reports the user's id.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function toDeepLink(
  { appId, pageId, userId }: HostContext,
  clientId: string,
  list: ListName,
  id: string,
): string {
  const place: Place =
    userId === undefined || userId === ''
      ? { kind: 'own', list, id }
      : { kind: 'between', ...toPair(list, id, userId) };
  const url = new URL(
    `https://teams.microsoft.com/l/entity/${appId ?? clientId}/${encodeURIComponent(pageId)}`,
  );
  url.searchParams.set('context', JSON.stringify({ subEntityId: toSubPageId(place) }));
  return url.href;
}

/** Keeps the details and the row consistent: when they differ, reads the older one again. */
function useAgreement(
  query: UseQueryResult<Delegation>,
  isGone: boolean,
  known: Delegation | undefined,
  readList: Retry,
): void {
  const isRead = isGone || (query.isFetchedAfterMount && query.isSuccess);
  const isAgreed = !isRead || toKey(isGone ? undefined : query.data) === toKey(known);
  useEffect(() => {
    if (!isAgreed) void readList();
    // Runs only after a read of the details. The second effect handles changes in the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [query.dataUpdatedAt, query.errorUpdatedAt]);
  useEffect(() => {
    if (!isAgreed) void query.refetch();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [toKey(known)]);
}

function toKey(delegation: Delegation | undefined): string {
  const { isActive, createdDateTime, allowedActions } = delegation ?? {};
  return JSON.stringify([isActive, createdDateTime, allowedActions]);
}

type FactsProps = { readonly list: ListName; readonly delegation: Delegation };

function Facts({ list, delegation }: FactsProps) {
  const styles = useStyles();
  const { messages, locale } = useLanguage();
  const { details } = useLaterMessages();
  const today = useToday();
  const { createdDateTime } = delegation;
  return (
    <dl className={styles.facts}>
      <Fact name={details.status}>
        {delegation.isActive === true && isInForce(delegation) ? (
          messages.active
        ) : (
          <StatusBadge delegation={delegation} isLabelled />
        )}
      </Fact>
      <Fact name={details.since}>
        {createdDateTime === null ? (
          messages.notReported
        ) : (
          <time dateTime={createdDateTime} title={formatRelative(createdDateTime, locale, today)}>
            {formatDay(createdDateTime, locale)}
          </time>
        )}
      </Fact>
      <OtherSideFact list={list} delegation={delegation} />
    </dl>
  );
}

/** The other party’s shared verdict on the delegation. Nothing while it is not known. */
function OtherSideFact({ list, delegation }: FactsProps) {
  const styles = useStyles();
  const { locale } = useLanguage();
  const later = useLaterMessages();
  const counterpart = useCounterparts(list, [delegation])?.get(delegation.id);
  if (counterpart === undefined || counterpart === null) return null;
  const side = toOtherSide(delegation, counterpart);
  const day = formatDay(counterpart.confirmedAt, locale);
  return (
    <Fact name={later.otherSide.title}>
      <OtherSideMark side={side} text={sayOtherSide(side, knownName(delegation), day, later)} />
      {side !== 'confirmed' && (
        <Text block size={200} className={styles.quiet}>
          {day}
        </Text>
      )}
    </Fact>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.quiet}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

/** Explains why the deep link opens no delegation. */
export function LinkNotice({ why }: { readonly why: Extract<Destination, string> }) {
  return (
    <Notice intent="info" role="alert">
      {useLaterMessages().details.links[why]}
    </Notice>
  );
}
