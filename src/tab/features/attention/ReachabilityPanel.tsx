import { makeStyles, tokens } from '@fluentui/react-components';
import type { Delegation } from '../../../contract/delegation.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import type { PresenceById } from '../../delegation/presenceNow.js';
import { toPeople } from './findingTexts.js';
import { groupReachability } from './reachability.js';

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
  /** Returns null when the name is not known. */
  readonly toName: (id: string) => string | null;
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
