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
 * Makes a whole row or card open its details. The keyboard and screen readers have the name's button in it, whose clicks
 * arrive here too. To select text is no click.
 */
export function asTarget(id: string, open: (id: string) => void): HTMLAttributes<HTMLElement> {
  if (id === '') return {};
  return {
    onClick: ({ currentTarget }) => {
      if (getSelection()?.type === 'Range') return;
      // Where the focus returns to when the details close.
      currentTarget.querySelector<HTMLElement>('[data-person]')?.focus();
      open(id);
    },
  };
}

/** Says to the eye that there is more. */
export function RowChevron() {
  return <ChevronRightRegular className={useStyles().chevron} />;
}
