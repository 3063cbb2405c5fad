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
  /** `status`: said by itself when it changes. */
  readonly role?: 'status';
};

/** Out of sight, but read by screen readers. */
export function VisuallyHidden({ children, role }: VisuallyHiddenProps) {
  return (
    <span className={useStyles().root} role={role}>
      {children}
    </span>
  );
}
