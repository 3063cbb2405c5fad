import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, Ref } from 'react';
import { listNames, type ListName } from '../../contract/delegation.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import type { BothLists } from '../delegation/useDelegations.js';
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
  // One row of tabs, so that the list starts early. A long label wraps to two lines.
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
      // Forced colours remove our own colours.
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
    ':hover::after': { backgroundColor: tokens.colorCompoundBrandStrokeHover },
  },
  // Drawn as a border, which keeps a colour in every system theme.
  changed: { border: `4px solid ${tokens.colorStatusDangerBackground3}`, borderRadius: '50%' },
});

type ListTabsProps = {
  readonly shown: ListName;
  readonly lists: BothLists;
  readonly show: (list: ListName) => void;
  /** Text for the tab of the hidden list. Undefined when nothing has changed there. */
  readonly hiddenListChange: string | undefined;
  /** An empty element after the tabs, for a button of the visible list. */
  readonly slot?: Ref<HTMLElement>;
};

/**
 * The two views with their number of people. Fluent's own tabs would add Tabster, 20 KB of script, to the first
 * screen.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function ListTabs({ shown, lists, show, hiddenListChange, slot }: ListTabsProps) {
  const styles = useStyles();
  const { messages, direction } = useLanguage();

  const moveFocus = (event: KeyboardEvent) => {
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const at = tabs.findIndex((tab) => tab === event.target);
    const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    tabs.at(to % tabs.length)?.focus();
  };

  return (
    <div className={styles.row}>
      <div role="tablist" className={styles.tabs} onKeyDown={moveFocus}>
        {listNames.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-controls="list"
            aria-selected={name === shown}
            tabIndex={name === shown ? 0 : -1}
            className={mergeClasses(styles.tab, name === shown && styles.shown)}
            onClick={() => show(name)}
          >
            {messages.lists[name]}
            {lists[name] !== undefined && (
              <CounterBadge
                count={lists[name].length}
                showZero
                size="small"
                color={name === shown ? 'brand' : 'informative'}
              />
            )}
            {name !== shown && hiddenListChange !== undefined && (
              <span className={styles.changed}>
                <VisuallyHidden>{hiddenListChange}</VisuallyHidden>
              </span>
            )}
          </button>
        ))}
      </div>
      <span ref={slot} />
    </div>
  );
}
