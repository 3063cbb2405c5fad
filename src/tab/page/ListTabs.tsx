import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';
import { listNames, type ListName } from '../../contract/delegation.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import { useLanguage } from '../i18n/useMessages.js';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    marginBlock: `${tokens.spacingVerticalL} ${tokens.spacingVerticalM}`,
    marginInlineStart: '-10px',
    '@media (max-width: 480px)': {
      marginBlock: `${tokens.spacingVerticalXXS} ${tokens.spacingVerticalS}`,
      marginInlineStart: '-6px',
    },
  },
  // One line of them, so that people come soon: a long label takes two.
  tabs: { display: 'flex', flexGrow: 1 },
  tab: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalMNudge}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':hover::after': { backgroundColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-4px' },
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: tokens.spacingHorizontalMNudge,
      bottom: 0,
      height: tokens.strokeWidthThicker,
      borderRadius: tokens.borderRadiusCircular,
    },
    '@media (max-width: 480px)': {
      padding: '0 6px',
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
    },
  },
  shown: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
    ':hover::after': { backgroundColor: tokens.colorCompoundBrandStrokeHover },
    // Colours of our own disappear there.
    '@media (forced-colors: active)': {
      '::after': { backgroundColor: 'Highlight' },
    },
  },
  // All border: that is what has a colour in every theme of the system.
  news: { border: `4px solid ${tokens.colorStatusDangerBackground3}`, borderRadius: '50%' },
});

export type ListTabsProps = {
  readonly shown: ListName;
  /** Undefined when a list could not be had. */
  readonly counts: Readonly<Record<ListName, number | undefined>>;
  readonly show: (list: ListName) => void;
  /** What there is to say of the list that is not shown. */
  readonly news: string | undefined;
};

/**
 * The two views, each with how many people are in it. Fluent's own tabs bring Tabster along, 20 KB of script before the
 * list; for two tabs the pattern is short.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function ListTabs({ shown, counts, show, news }: ListTabsProps) {
  const styles = useStyles();
  const { messages, direction } = useLanguage();
  const tabs = useRef<Partial<Record<ListName, HTMLButtonElement | null>>>({});

  const moveFocus = (event: KeyboardEvent) => {
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const at = listNames.findIndex((name) => tabs.current[name] === event.target);
    const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const name = listNames.at(to % listNames.length);
    if (name !== undefined) tabs.current[name]?.focus();
  };

  return (
    <div className={styles.row}>
      <div role="tablist" className={styles.tabs} onKeyDown={moveFocus}>
        {listNames.map((name) => (
          <button
            key={name}
            ref={(element) => {
              tabs.current[name] = element;
            }}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-controls="list"
            aria-selected={name === shown}
            tabIndex={name === shown ? 0 : -1}
            className={mergeClasses(styles.tab, name === shown && styles.shown)}
            onClick={() => {
              show(name);
            }}
          >
            {messages.lists[name]}
            {counts[name] !== undefined && (
              <CounterBadge
                count={counts[name]}
                showZero
                size="small"
                color={name === shown ? 'brand' : 'informative'}
              />
            )}
            {name !== shown && news !== undefined && (
              <span className={styles.news}>
                <VisuallyHidden>{news}</VisuallyHidden>
              </span>
            )}
          </button>
        ))}
      </div>
      {/* For what opens the search, where there is little room. */}
      <span id="find" />
    </div>
  );
}
