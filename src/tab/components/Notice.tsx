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
  readonly title?: string;
  readonly children: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
};

/** Something to know about the list below it. */
export function Notice({ intent, title, children, actions }: NoticeProps) {
  return (
    <MessageBar intent={intent} layout="multiline" className={useStyles().bar}>
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>} {children}
      </MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
