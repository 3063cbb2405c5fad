import { Button, makeStyles, Text, tokens, type ButtonProps } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState, type ReactElement } from 'react';
import { copyText } from '../host/teams.js';
import { useMessages } from '../i18n/useMessages.js';
import { InlineAlert } from './InlineAlert.js';

const useStyles = makeStyles({
  status: { ':not(:empty)': { marginInlineStart: tokens.spacingHorizontalXS } },
});

type Copying = {
  /** Never rejects. */
  readonly copy: (text: string) => Promise<void>;
  readonly isDone: boolean;
  /** Result of the last copy. Shows the text for selection when copying failed. */
  readonly result: ReactElement;
};

export function useCopy(): Copying {
  const styles = useStyles();
  const messages = useMessages();
  const [last, setLast] = useState<{
    readonly text: string;
    readonly isDone: boolean;
    readonly press: number;
  }>();
  const copy = async (text: string) => {
    const isDone = await copyText(text).then(
      () => true,
      () => false,
    );
    setLast((before) => ({ text, isDone, press: (before?.press ?? 0) + 1 }));
  };
  return {
    copy,
    isDone: last?.isDone === true,
    result: (
      <>
        <Text role="status" size={200} className={styles.status}>
          {/* The key makes screen readers announce each press. */}
          {last?.isDone === true && <span key={last.press}>{messages.copied}</span>}
        </Text>
        {last?.isDone === false && (
          <InlineAlert title={messages.copyFailed.title}>
            {messages.copyFailed.text}{' '}
            <Text
              font="monospace"
              style={{ overflowWrap: 'anywhere', userSelect: 'all', whiteSpace: 'pre-wrap' }}
            >
              {last.text}
            </Text>
          </InlineAlert>
        )}
      </>
    ),
  };
}

type CopyButtonProps = {
  readonly text: string;
  /** Defaults to an icon-only button, for use next to the text itself. */
  readonly label?: string;
  /** With an icon the button shows only that. The label becomes its name and tooltip. */
  readonly icon?: ReactElement;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
};

/** Copies a text and shows the result next to the button. */
export function CopyButton({ text, label, icon, appearance = 'subtle' }: CopyButtonProps) {
  const messages = useMessages();
  const copying = useCopy();
  const isIcon = icon !== undefined || label === undefined;
  return (
    <>
      <Button
        size={label === undefined ? 'small' : 'medium'}
        appearance={appearance}
        icon={copying.isDone ? <CheckmarkRegular /> : (icon ?? <CopyRegular />)}
        onClick={() => void copying.copy(text)}
        {...(isIcon && { 'aria-label': label ?? messages.copy, title: label })}
      >
        {!isIcon && label}
      </Button>
      {copying.result}
    </>
  );
}
