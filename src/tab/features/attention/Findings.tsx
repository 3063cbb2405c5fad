import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { useState, type ReactNode } from 'react';
import { useWide } from '../../components/useWide.js';
import type { ToName } from '../../delegation/useNames.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { toPair } from '../../administrator/powerShell.js';
import { SendToAdministrator } from '../../administrator/SendToAdministrator.js';
import type { AdministratorTask } from '../../administrator/toAdministratorMessage.js';
import { useSession } from '../../session.js';
import { collectFindings, type AttentionInput, type Finding } from './collectFindings.js';
import { toFindingText, toUnreadTexts, type AttentionLanguage } from './findingTexts.js';

const useStyles = makeStyles({
  root: {
    marginBottom: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media print': { display: 'none' },
  },
  title: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  summary: { width: '100%', minHeight: '44px', justifyContent: 'flex-start', textAlign: 'start' },
  chevron: { flexShrink: 0, marginInlineStart: 'auto' },
  list: { margin: 0, padding: `${tokens.spacingVerticalXS} 0`, listStyleType: 'none' },
  finding: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    minHeight: '40px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  icon: { flexShrink: 0, fontSize: '20px' },
  danger: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
  fine: { color: tokens.colorStatusSuccessForeground1 },
  words: { flexGrow: 1, flexBasis: '220px', overflowWrap: 'anywhere' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  unread: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  calm: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
});

const icons = { danger: ErrorCircleFilled, warning: WarningFilled, info: InfoRegular };

type FindingsProps = {
  /** Content below the findings. On narrow pages it collapses together with them. */
  readonly children: ReactNode;
  readonly input: AttentionInput;
  readonly toName: ToName;
  /** Performs the finding's next step. Not called for `sendToAdministrator`. */
  readonly act: (finding: Finding) => void;
};

/** Findings of a list, most severe first, each with its next step. One line when there are none. */
export function Findings({ input, toName, act, children }: FindingsProps) {
  const styles = useStyles();
  const isWide = useWide();
  const { locale } = useLanguage();
  const { attention: messages } = useLaterMessages();
  const [isOpen, setOpen] = useState(false);
  const language: AttentionLanguage = { messages, locale, toName };
  const findings = collectFindings(input);
  const unread = Object.entries(toUnreadTexts(input, language));
  const isCalm = findings.length === 0 && unread.length === 0;
  if (isCalm && input.delegations.length === 0) return null;
  const worst = findings[0]?.severity ?? 'info';
  const Worst = icons[worst];
  const Chevron = isOpen ? ChevronUpRegular : ChevronDownRegular;
  return (
    <>
      <section className={styles.root} aria-label={messages.title}>
        {isWide ? (
          !isCalm && <h2 className={styles.title}>{messages.title}</h2>
        ) : (
          <Button
            appearance="transparent"
            className={styles.summary}
            data-wraps
            aria-expanded={isOpen}
            icon={
              isCalm ? (
                <CheckmarkCircleRegular className={styles.fine} />
              ) : (
                <Worst className={styles[worst]} />
              )
            }
            onClick={() => setOpen(!isOpen)}
          >
            {isCalm && messages.nothing}
            {!isCalm && findings.length === 0 && messages.unread.title}
            {findings.length > 0 && messages.summary({ count: findings.length })}
            <Chevron className={styles.chevron} aria-hidden />
          </Button>
        )}
        {(isWide || isOpen) && (
          <>
            {isCalm && isWide && (
              <div className={styles.calm}>
                <CheckmarkCircleRegular className={mergeClasses(styles.icon, styles.fine)} />
                <Text>{messages.nothing}</Text>
              </div>
            )}
            {findings.length > 0 && (
              <ul className={styles.list}>
                {findings.map((finding) => (
                  <FindingLine
                    key={finding.code}
                    finding={finding}
                    sentences={toFindingText(finding, input.delegations.length, language)}
                    toName={toName}
                    act={act}
                  />
                ))}
              </ul>
            )}
            {unread.length > 0 && (
              <div className={mergeClasses(styles.quiet, styles.unread)}>
                <Text size={200} weight="semibold">
                  {messages.unread.title}
                </Text>
                <ul>
                  {unread.map(([what, text]) => (
                    <li key={what} data-unread={what}>
                      {text}
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </>
        )}
        {!isWide && isOpen && children}
      </section>
      {isWide && children}
    </>
  );
}

type FindingLineProps = Pick<FindingsProps, 'toName' | 'act'> & {
  readonly finding: Finding;
  readonly sentences: readonly string[];
};

function FindingLine({ finding, sentences, toName, act }: FindingLineProps) {
  const styles = useStyles();
  const { attention: messages } = useLaterMessages();
  const { context } = useSession();
  const { code, severity, next } = finding;
  const Icon = icons[severity];
  return (
    <li className={styles.finding} data-finding={code}>
      <Icon className={mergeClasses(styles.icon, styles[severity])} aria-hidden />
      <span className={styles.words}>
        {sentences.map((sentence) => (
          <Text key={sentence} block>
            {sentence}
          </Text>
        ))}
      </span>
      {next.step === 'sendToAdministrator' ? (
        <SendToAdministrator size="small" task={toFindingTask(finding, context.userId ?? '', toName)} />
      ) : (
        <Button size="small" onClick={() => act(finding)}>
          {messages.steps[next.step]}
        </Button>
      )}
    </li>
  );
}

/**
 * Returns the administrator's task for a finding whose next step is `sendToAdministrator`.
 * @param readerId object id of the user; empty when the host does not report it, which leaves out the commands
 */
export function toFindingTask(
  { code, list, next }: Finding,
  readerId: string,
  toName: ToName,
): AdministratorTask {
  const pairs = next.ids.map((id) => toPair(list, id, readerId));
  const names = next.ids.flatMap((id) => toName(id) ?? []);
  switch (code) {
    case 'noTeamsPhone':
      return { task: 'assignTeamsPhone' };
    case 'accountGone':
      return {
        task: 'removeDelegations',
        because: list === 'delegates' ? 'goneDelegate' : 'goneDelegator',
        pairs,
        names,
      };
    case 'accountDisabled':
      return { task: 'removeDelegations', because: 'disabled', pairs, names };
    default:
      return { task: 'checkDelegations', pairs, names };
  }
}
