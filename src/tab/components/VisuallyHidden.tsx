import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

type VisuallyHiddenProps = {
  readonly children: ReactNode;
  /** With `status` screen readers announce changes. */
  readonly role?: 'status';
};

export function VisuallyHidden({ children, role }: VisuallyHiddenProps) {
  return (
    <span className={useStyles().root} role={role}>
      {children}
    </span>
  );
}
