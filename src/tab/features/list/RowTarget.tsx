import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { HTMLAttributes } from 'react';

const useStyles = makeStyles({
  chevron: {
    flexShrink: 0,
    fontSize: '16px',
    color: tokens.colorNeutralForeground3,
    '&:dir(rtl)': { transform: 'scaleX(-1)' },
    '@media print': { display: 'none' },
  },
});

/**
 * Makes a whole row or card open its details. Keyboards and screen readers use the name's button, whose clicks bubble
 * up to here. Selecting text does not count as a click.
 */
export function asTarget(id: string, open: (id: string) => void): HTMLAttributes<HTMLElement> {
  if (id === '') return {};
  return {
    onClick: ({ currentTarget }) => {
      if (getSelection()?.type === 'Range') return;
      // Focus returns here when the details close.
      currentTarget.querySelector<HTMLElement>('[data-person]')?.focus();
      open(id);
    },
  };
}

/** Visual hint that the row opens details. */
export function RowChevron() {
  return <ChevronRightRegular className={useStyles().chevron} />;
}
