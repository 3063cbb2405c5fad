import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Delegation } from '../../contract/delegation.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import { formatDay, formatMonth, formatRelative } from '../i18n/formatDate.js';
import { useLanguage, useMessages } from '../i18n/useMessages.js';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  stacked: { flexDirection: 'column', alignItems: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Active or not, and since when: the month at a glance, the day on hover and for screen readers. */
export function StatusLine({
  delegation,
  stacked = false,
}: {
  readonly delegation: Delegation;
  readonly stacked?: boolean;
}) {
  const styles = useStyles();
  const { messages, locale } = useLanguage();
  const [shownAt] = useState(() => Date.now());
  const { createdDateTime } = delegation;
  const day =
    createdDateTime === null
      ? undefined
      : messages.sinceDay({
          day: formatDay(createdDateTime, locale),
          relative: formatRelative(createdDateTime, locale, shownAt),
        });
  return (
    <div className={stacked ? `${styles.root} ${styles.stacked}` : styles.root}>
      <StatusBadge delegation={delegation} />
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
    </div>
  );
}

/** Active, inactive, gone, or not reported. */
export function StatusBadge({ delegation: { isActive, personStatus } }: { readonly delegation: Delegation }) {
  const messages = useMessages();
  if (personStatus === 'notFound') {
    return (
      <Badge appearance="tint" color="danger">
        {messages.accountGone}
      </Badge>
    );
  }
  if (isActive === null) {
    return (
      <Badge appearance="outline" color="informative">
        {messages.statusNotReported}
      </Badge>
    );
  }
  return (
    <Badge appearance="tint" color={isActive ? 'success' : 'informative'}>
      {isActive ? messages.active : messages.inactive}
    </Badge>
  );
}
