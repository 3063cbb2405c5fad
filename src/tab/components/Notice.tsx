import {
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ bar: { marginBottom: tokens.spacingVerticalM } });

type NoticeProps = {
  readonly intent: 'info' | 'warning';
  /** Use `alert` when the notice appears later and must be announced. */
  readonly role?: 'alert';
  readonly title?: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
};

/** A message about the list below it. */
export function Notice({ intent, role, title, children, actions }: NoticeProps) {
  return (
    <MessageBar intent={intent} layout="multiline" className={useStyles().bar}>
      <MessageBarBody>
        {/* Only the text is live: status changes of a button must not repeat it. */}
        <span role={role}>
          {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>} {children}
        </span>
      </MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
