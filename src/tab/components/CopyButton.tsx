import { Button, type ButtonProps } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { copyText } from '../host/teams.js';
import { useText } from '../i18n/useText.js';

type CopyButtonProps = {
  readonly text: string;
  /** Left out: an icon only. */
  readonly label?: string;
  readonly doneLabel?: string;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
};

/** Copies a text, and says whether it did. */
export function CopyButton({ text: copied, label, doneLabel, appearance = 'subtle' }: CopyButtonProps) {
  const text = useText();
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  const copy = async () => {
    try {
      await copyText(copied);
      setState('done');
    } catch {
      setState('failed');
    }
  };
  const words = { idle: label, done: doneLabel ?? text.copied, failed: text.copyFailed }[state];
  return (
    <Button
      size={label === undefined ? 'small' : 'medium'}
      appearance={appearance}
      icon={state === 'done' ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={() => void copy()}
      {...(words === undefined && { 'aria-label': text.copy })}
    >
      {words}
    </Button>
  );
}
