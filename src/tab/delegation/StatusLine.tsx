import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Delegation } from '../../contract/delegation.js';
import { useToday } from '../components/useToday.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import { formatDay, formatMonth, formatRelative } from '../i18n/formatDate.js';
import { useLanguage, useMessages } from '../i18n/useMessages.js';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  badge: { whiteSpace: 'nowrap' },
});

type StatusLineProps = {
  readonly delegation: Delegation;
  /** True when a "Status" label is next to it. */
  readonly isLabelled?: boolean;
  readonly children?: ReactNode;
};

/** Unusual status and start date. Shows the month; the tooltip and screen readers get the day. */
export function StatusLine({ children, ...badge }: StatusLineProps) {
  const styles = useStyles();
  const { messages, locale } = useLanguage();
  const today = useToday();
  const { createdDateTime } = badge.delegation;
  const day =
    createdDateTime === null
      ? undefined
      : messages.sinceDay({
          day: formatDay(createdDateTime, locale),
          relative: formatRelative(createdDateTime, locale, today),
        });
  return (
    <div className={styles.root}>
      <StatusBadge {...badge} />
      <Text size={200} className={styles.quiet}>
        {createdDateTime === null ? (
          messages.sinceNotReported
        ) : (
          <time dateTime={createdDateTime} title={day}>
            <span aria-hidden>{messages.sinceMonth({ month: formatMonth(createdDateTime, locale) })}</span>
            <VisuallyHidden>{day}</VisuallyHidden>
          </time>
        )}
      </Text>
      {children}
    </div>
  );
}

/** Badge for inactive, deleted, blocked or unreported. An active status is plain text. */
export function StatusBadge({ delegation, isLabelled = false }: Omit<StatusLineProps, 'children'>) {
  const styles = useStyles();
  const messages = useMessages();
  const { isActive, person, personStatus } = delegation;
  if (personStatus === 'notFound' || person?.accountEnabled === false) {
    return (
      <Badge appearance="tint" color="danger" className={styles.badge}>
        {personStatus === 'notFound' ? messages.accountGone : messages.accountBlocked}
      </Badge>
    );
  }
  if (isActive === true) return <VisuallyHidden>{messages.active}</VisuallyHidden>;
  return (
    <Badge
      appearance={isActive === null ? 'outline' : 'tint'}
      color={isActive === null ? 'informative' : 'warning'}
      className={styles.badge}
    >
      {isActive === false ? messages.inactive : messages[isLabelled ? 'notReported' : 'statusNotReported']}
    </Badge>
  );
}
