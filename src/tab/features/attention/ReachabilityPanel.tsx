import { makeStyles, tokens } from '@fluentui/react-components';
import type { Delegation } from '../../../contract/delegation.js';
import type { ToName } from '../../delegation/useNames.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import {
  presenceOf,
  toPresenceNow,
  type PresenceById,
  type PresenceNow,
} from '../../delegation/presenceNow.js';
import { isInForce } from '../../delegation/standing.js';
import { findCallRecipients } from './collectFindings.js';
import { toPeople } from './findingTexts.js';

const useStyles = makeStyles({
  root: {
    marginBottom: tokens.spacingVerticalM,
    '@media (max-width: 759px)': { padding: `0 ${tokens.spacingHorizontalL}` },
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '@media print': { display: 'none' },
  },
  summary: {
    cursor: 'pointer',
    paddingBlock: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
  },
  list: { display: 'grid', gap: tokens.spacingVerticalXXS, margin: 0 },
});

type ReachabilityPanelProps = {
  readonly delegates: readonly Delegation[];
  readonly presence: PresenceById | null | undefined;
  readonly toName: ToName;
};

/** Shows who can answer calls now, what is unknown, and what only Teams decides. */
export function ReachabilityPanel({ delegates, presence, toName }: ReachabilityPanelProps) {
  const styles = useStyles();
  const { locale } = useLanguage();
  const { attention: messages } = useLaterMessages();
  const { reach } = messages;
  const { mayAnswer, mayAnswerUnsure, mayPickUp, mayJoin } = groupReachability(delegates, presence);
  const people = (ids: readonly string[]) => toPeople(ids, { messages, locale, toName });
  const states = (['there', 'busy', 'away', 'unknown'] as const).filter(
    (state) => mayAnswer[state].length > 0,
  );
  const count = states.reduce((sum, state) => sum + mayAnswer[state].length, 0);
  return (
    <details className={styles.root}>
      <summary className={styles.summary}>{reach.title}</summary>
      <ul className={styles.list}>
        <li>{count === 0 ? reach.noOneMayAnswer : reach.mayAnswer({ count })}</li>
        {states.map((state) => (
          <li key={state}>{reach[state]({ people: people(mayAnswer[state]) })}</li>
        ))}
        {mayAnswerUnsure.length > 0 && <li>{reach.mayAnswerUnsure({ people: people(mayAnswerUnsure) })}</li>}
        <li>{reach.mayPickUp({ people: people(mayPickUp), count: mayPickUp.length })}</li>
        <li>{reach.mayJoin({ people: people(mayJoin), count: mayJoin.length })}</li>
        <li>{reach.notSeen}</li>
        <li>{reach.copilot}</li>
      </ul>
    </details>
  );
}

/**
 * Reachability of a delegator: ids in list order. Only Teams decides whether a phone rings.
 * @param presence null or undefined when no presence is known
 */
export function groupReachability(
  delegates: readonly Delegation[],
  presence: PresenceById | null | undefined,
) {
  const { known, unsure } = findCallRecipients(delegates);
  const idsNow = (wanted: PresenceNow) =>
    known.filter((id) => toPresenceNow(presenceOf(presence, id)) === wanted);
  const idsWith = (right: 'pickUpHeldCalls' | 'joinActiveCalls') =>
    delegates
      .filter((delegation) => isInForce(delegation) && delegation.allowedActions[right] === true)
      .map(({ id }) => id);
  return {
    /** Holders of *receive calls*, by presence. */
    mayAnswer: {
      there: idsNow('there'),
      busy: idsNow('busy'),
      away: idsNow('away'),
      unknown: idsNow('unknown'),
    },
    /** People whose *receive calls* Microsoft does not report. */
    mayAnswerUnsure: unsure,
    mayPickUp: idsWith('pickUpHeldCalls'),
    mayJoin: idsWith('joinActiveCalls'),
  };
}
