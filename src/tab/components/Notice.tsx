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
  /** `alert` for what is said by itself when it comes to stand there. */
  readonly role?: 'alert';
  readonly title?: string;
  readonly children: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
};

/** Something to know about the list below it. */
export function Notice({ intent, role, title, children, actions }: NoticeProps) {
  return (
    <MessageBar intent={intent} layout="multiline" className={useStyles().bar}>
      <MessageBarBody>
        {/* Only the words: what the buttons say of themselves must not bring all of it again. */}
        <span role={role}>
          {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>} {children}
        </span>
      </MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
