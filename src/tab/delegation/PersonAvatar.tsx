import { makeStyles, tokens } from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { PersonQuestionMarkRegular } from '@fluentui/react-icons/svg/person-question-mark';
import { lazy, Suspense } from 'react';
import { Boundary } from '../components/Boundary.js';
import { toInitials } from './initials.js';
import type { PresenceMarkProps } from './PresenceMark.js';

const PresenceMark = lazy(async () => ({ default: (await import('./PresenceMark.js')).PresenceMark }));

const useStyles = makeStyles({
  root: { position: 'relative', flexShrink: 0, width: '40px', height: '40px' },
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

type PersonAvatarProps = {
  /** null when not known. */
  readonly name: string | null;
  readonly photo: string | null | undefined;
  readonly status: PresenceMarkProps['status'] | undefined;
};

/**
 * Photo, initials or icon, with presence. Fluent's Avatar would load more variants and the presence icons of all sizes
 * before the list.
 */
export function PersonAvatar({ name, photo, status }: PersonAvatarProps) {
  const styles = useStyles();
  const color = toColor(name);
  return (
    <div className={styles.root} aria-hidden>
      {photo == null ? (
        <span
          className={styles.picture}
          style={{ backgroundColor: `var(--${color}Background2)`, color: `var(--${color}Foreground2)` }}
        >
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

/** Colours of Fluent's theme, which has `…Background2` and `…Foreground2` for each. */
const palette = [
  'Cranberry',
  'Pumpkin',
  'Marigold',
  'Forest',
  'Teal',
  'Blue',
  'Lavender',
  'Grape',
  'Pink',
  'Mink',
];

/** Returns the same colour for the same name. */
function toColor(name: string | null): string {
  if (name === null) return 'colorPalettePlatinum';
  const sum = Array.from(name, (letter) => letter.codePointAt(0) ?? 0).reduce(
    (total, code) => total + code,
    0,
  );
  return `colorPalette${palette[sum % palette.length] ?? ''}`;
}
