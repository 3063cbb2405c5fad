import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState, type ReactElement } from 'react';
import { copyText } from '../host/teams.js';
import { useMessages } from '../i18n/useMessages.js';
import { InlineAlert } from './InlineAlert.js';

const useStyles = makeStyles({
  status: { ':not(:empty)': { marginInlineStart: tokens.spacingHorizontalXS } },
});

/** Copies texts. `result` describes the last copy, and shows a text that could not be copied for selection. */
export function useCopy() {
  const styles = useStyles();
  const messages = useMessages();
  const [last, setLast] = useState({ text: '', isDone: false, press: 0 });
  /** Never rejects. */
  const copy = async (text: string) => {
    const isDone = await copyText(text).then(
      () => true,
      () => false,
    );
    setLast(({ press }) => ({ text, isDone, press: press + 1 }));
  };
  return {
    copy,
    isDone: last.isDone,
    result: (
      <>
        <Text role="status" size={200} className={styles.status}>
          {/* The key makes screen readers announce each press. */}
          {last.isDone && <span key={last.press}>{messages.copied}</span>}
        </Text>
        {last.press > 0 && !last.isDone && (
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
  /** Name and tooltip. Without one the button is small, for use next to the text itself. */
  readonly label?: string;
  readonly icon?: ReactElement;
};

export function CopyButton({ text, label, icon = <CopyRegular /> }: CopyButtonProps) {
  const messages = useMessages();
  const { copy, isDone, result } = useCopy();
  return (
    <>
      <Button
        size={label === undefined ? 'small' : 'medium'}
        appearance="subtle"
        icon={isDone ? <CheckmarkRegular /> : icon}
        aria-label={label ?? messages.copy}
        title={label}
        onClick={() => void copy(text)}
      />
      {result}
    </>
  );
}
