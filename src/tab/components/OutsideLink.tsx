import { Link, makeStyles } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import type { ReactNode } from 'react';
import { useLaterMessages } from '../i18n/useLaterMessages.js';
import { VisuallyHidden } from './VisuallyHidden.js';

const useStyles = makeStyles({
  icon: {
    marginInlineStart: '4px',
    verticalAlign: '-2px',
    fontSize: '14px',
    '&:dir(rtl)': { transform: 'scaleX(-1)' },
  },
});

/** A link that announces that it leaves the tab. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const { manage } = useLaterMessages();
  return (
    <Link href={href} target="_blank" rel="noreferrer">
      {children}
      <OpenRegular className={useStyles().icon} />
      <VisuallyHidden> ({manage.newWindow})</VisuallyHidden>
    </Link>
  );
}
