import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { PersonQuestionMarkRegular } from '@fluentui/react-icons/svg/person-question-mark';
import { lazy, Suspense } from 'react';
import type { Delegation, PersonExtras } from '../../contract/delegation.js';
import { Boundary } from '../components/Fallback.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import { useMessages } from '../i18n/useMessages.js';
import type { PresenceStatus } from './PresenceMark.js';
import { descriptionOf, nameOf } from './wording.js';

const PresenceMark = lazy(async () => ({ default: (await import('./PresenceMark.js')).PresenceMark }));

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
  avatar: { position: 'relative', flexShrink: 0, width: '40px', height: '40px' },
  picture: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusCircular,
    objectFit: 'cover',
    fontWeight: tokens.fontWeightSemibold,
    userSelect: 'none',
    '> svg': { fontSize: '20px' },
  },
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
  const status = badges.get(extras?.presence?.availability);
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

/** Fluent's badge for each availability of Graph. @see https://learn.microsoft.com/graph/api/resources/presence */
const badges: ReadonlyMap<string | undefined, PresenceStatus> = new Map([
  ['Available', 'available'],
  ['AvailableIdle', 'available'],
  ['Busy', 'busy'],
  ['BusyIdle', 'busy'],
  ['InAMeeting', 'busy'],
  ['InACall', 'busy'],
  ['DoNotDisturb', 'do-not-disturb'],
  ['Presenting', 'do-not-disturb'],
  ['Away', 'away'],
  ['BeRightBack', 'away'],
  ['Offline', 'offline'],
]);

type PersonAvatarProps = {
  /** null when not known. */
  readonly name: string | null;
  readonly photo: string | null | undefined;
  readonly status: PresenceStatus | undefined;
};

/**
 * Photo, initials or icon, with presence. Fluent's Avatar would load more variants and the presence icons of all sizes
 * before the list.
 */
function PersonAvatar({ name, photo, status }: PersonAvatarProps) {
  const styles = useStyles();
  const [backgroundColor, color] = toColors(name);
  return (
    <div className={styles.avatar} aria-hidden>
      {photo == null ? (
        <span className={styles.picture} style={{ backgroundColor, color }}>
          {name === null ? <PersonQuestionMarkRegular /> : (toInitials(name) ?? <PersonRegular />)}
        </span>
      ) : (
        <img className={styles.picture} src={photo} alt="" />
      )}
      {status !== undefined && (
        <Boundary code="unreachable" otherwise={null}>
          <Suspense>
            <PresenceMark status={status} />
          </Suspense>
        </Boundary>
      )}
    </div>
  );
}

/** Background and text. Written out, because the build removes theme tokens that no code names. */
const palette: readonly (readonly [string, string])[] = [
  [tokens.colorPaletteCranberryBackground2, tokens.colorPaletteCranberryForeground2],
  [tokens.colorPalettePumpkinBackground2, tokens.colorPalettePumpkinForeground2],
  [tokens.colorPaletteForestBackground2, tokens.colorPaletteForestForeground2],
  [tokens.colorPaletteTealBackground2, tokens.colorPaletteTealForeground2],
  [tokens.colorPaletteBlueBackground2, tokens.colorPaletteBlueForeground2],
  [tokens.colorPaletteLavenderBackground2, tokens.colorPaletteLavenderForeground2],
  [tokens.colorPaletteGrapeBackground2, tokens.colorPaletteGrapeForeground2],
  [tokens.colorPaletteMinkBackground2, tokens.colorPaletteMinkForeground2],
];

const unknownColors = [
  tokens.colorPalettePlatinumBackground2,
  tokens.colorPalettePlatinumForeground2,
] as const;

/** The same name always has the same colors. */
function toColors(name: string | null): readonly [string, string] {
  if (name === null) return unknownColors;
  let sum = 0;
  for (const letter of name) sum += letter.codePointAt(0) ?? 0;
  return palette[sum % palette.length] ?? unknownColors;
}

/** Scripts in which initials carry no meaning. */
const withoutInitials = /^[\p{sc=Arabic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** Returns the first letters of the first and last word. Undefined for a name without letters, or in such a script. */
export function toInitials(name: string): string | undefined {
  const words = name.match(/\p{L}\S*/gu) ?? [];
  const first = words[0];
  if (first === undefined || withoutInitials.test(first)) return undefined;
  return [first, ...words.slice(1).slice(-1)]
    .map((word) => word.match(/./u)?.[0] ?? '')
    .join('')
    .toUpperCase();
}
