import { Button, makeStyles, Text, tokens, type ButtonProps } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState, type ReactElement } from 'react';
import { copyText } from '../host/teams.js';
import { useMessages } from '../i18n/useMessages.js';
import { InlineAlert } from './InlineAlert.js';

const useStyles = makeStyles({ said: { ':not(:empty)': { marginInlineStart: tokens.spacingHorizontalXS } } });

type CopyButtonProps = {
  readonly text: string;
  /** Left out: an icon only, beside the text itself. */
  readonly label?: string;
  /** Stands alone: the label is its name and its tooltip. */
  readonly icon?: ReactElement;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
};

/** Copies a text, and says beside it whether it did. One that was not copied is shown, to be selected. */
export function CopyButton({ text, label, icon, appearance = 'subtle' }: CopyButtonProps) {
  const styles = useStyles();
  const messages = useMessages();
  const [last, setLast] = useState<{ readonly isDone: boolean; readonly press: number }>();
  const copy = async () => {
    const isDone = await copyText(text).then(
      () => true,
      () => false,
    );
    setLast((before) => ({ isDone, press: (before?.press ?? 0) + 1 }));
  };
  const isDone = last?.isDone === true;
  const isIcon = icon !== undefined || label === undefined;
  return (
    <>
      <Button
        size={label === undefined ? 'small' : 'medium'}
        appearance={appearance}
        icon={isDone ? <CheckmarkRegular /> : (icon ?? <CopyRegular />)}
        onClick={() => void copy()}
        {...(isIcon && { 'aria-label': label ?? messages.copy, title: label })}
      >
        {!isIcon && label}
      </Button>
      <Text role="status" size={200} className={styles.said}>
        {/* Said anew at each press. */}
        {isDone && <span key={last.press}>{messages.copied}</span>}
      </Text>
      {last?.isDone === false && (
        <InlineAlert title={messages.copyFailed.title}>
          {messages.copyFailed.text}{' '}
          <Text font="monospace" style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
            {text}
          </Text>
        </InlineAlert>
      )}
    </>
  );
}
