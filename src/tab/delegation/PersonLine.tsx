import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Delegation, PersonExtras } from '../../contract/delegation.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import type { FirstMessages } from '../i18n/messages.js';
import { useMessages } from '../i18n/useMessages.js';
import { descriptionOf, nameOf } from './wording.js';
import { PersonAvatar } from './PersonAvatar.js';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  // Styled like Fluent's subtle Link, whose code the first screen would load for the name only.
  name: {
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    overflowWrap: 'inherit',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type PersonLineProps = {
  readonly delegation: Delegation;
  readonly extras: PersonExtras | undefined;
  /** Marks an entry that changed since the last confirmation. */
  readonly isChanged?: boolean;
  /** Renders the name as a button that opens the details. Keyboards and screen readers use it instead of the row. */
  readonly isButton?: boolean;
};

/** A person's photo or initials with presence, name and description. */
export function PersonLine({ delegation, extras, isChanged = false, isButton = false }: PersonLineProps) {
  const styles = useStyles();
  const messages = useMessages();
  const isNamed = delegation.person?.displayName != null;
  const name = nameOf(delegation, messages);
  const status = toBadge(extras?.presence?.availability);
  return (
    <div className={styles.root}>
      <PersonAvatar name={isNamed ? name : null} photo={extras?.photo} status={status} />
      <div className={styles.words}>
        <Text weight="semibold" size={isButton ? 300 : 400}>
          {!isButton || delegation.id === '' ? (
            <bdi>{name}</bdi>
          ) : (
            <button type="button" className={styles.name} data-person={delegation.id}>
              <bdi>{name}</bdi>
            </button>
          )}
          {isChanged && (
            <>
              {' '}
              <Badge appearance="tint" color="warning">
                {messages.changed}
              </Badge>
            </>
          )}
        </Text>
        <Text size={200} className={styles.quiet}>
          <bdi>{descriptionOf(delegation, messages)}</bdi>
          {status !== undefined && <VisuallyHidden> {messages.presence[status]}</VisuallyHidden>}
        </Text>
      </div>
    </div>
  );
}

/** Maps Graph's availability to Fluent's badge. @see https://learn.microsoft.com/graph/api/resources/presence */
function toBadge(availability: string | undefined): keyof FirstMessages['presence'] | undefined {
  switch (availability) {
    case 'Available':
    case 'AvailableIdle':
      return 'available';
    case 'Busy':
    case 'BusyIdle':
    case 'InAMeeting':
    case 'InACall':
      return 'busy';
    case 'DoNotDisturb':
    case 'Presenting':
      return 'do-not-disturb';
    case 'Away':
    case 'BeRightBack':
      return 'away';
    case 'Offline':
      return 'offline';
    default:
      return undefined;
  }
}
