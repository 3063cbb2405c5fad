import { makeStyles, tokens } from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { PersonQuestionMarkRegular } from '@fluentui/react-icons/svg/person-question-mark';
import { lazy, Suspense } from 'react';
import { Boundary } from '../components/Fallback.js';
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
  const [backgroundColor, color] = toColors(name);
  return (
    <div className={styles.root} aria-hidden>
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
  const sum = Array.from(name, (letter) => letter.codePointAt(0) ?? 0).reduce(
    (total, code) => total + code,
    0,
  );
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
