import { Button, Text, type ButtonProps } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { copyText } from '../host/teams.js';
import { useMessages } from '../i18n/useMessages.js';
import { InlineAlert } from './InlineAlert.js';

type CopyButtonProps = {
  readonly text: string;
  /** Left out: an icon only, beside the text itself. */
  readonly label?: string;
  readonly doneLabel?: string;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
};

/** Copies a text, and says whether it did. One that was not copied is shown, to be selected. */
export function CopyButton({ text, label, doneLabel, appearance = 'subtle' }: CopyButtonProps) {
  const messages = useMessages();
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  const copy = async () => {
    try {
      await copyText(text);
      setState('done');
    } catch {
      setState('failed');
    }
  };
  const words = state === 'done' ? (doneLabel ?? messages.copied) : label;
  return (
    <>
      <Button
        size={label === undefined ? 'small' : 'medium'}
        appearance={appearance}
        icon={state === 'done' ? <CheckmarkRegular /> : <CopyRegular />}
        onClick={() => void copy()}
        {...(words === undefined && { 'aria-label': messages.copy })}
      >
        {words}
      </Button>
      {state === 'failed' && (
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
