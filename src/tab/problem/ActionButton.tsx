import { Button, type ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ProblemLine } from './ProblemLine.js';
import { useAttempt } from './useAttempt.js';

type ActionButtonProps = Pick<ButtonProps, 'icon' | 'appearance' | 'className'> & {
  /** May throw ApiProblem. Any other error is reported as the host's refusal. */
  readonly act: (button: HTMLElement) => unknown;
  readonly children: ReactNode;
};

/**
 * A button for an action that can fail. Shows a failure and its way out next to it. Ignores presses while the action
 * runs.
 */
export function ActionButton({ act, children, ...look }: ActionButtonProps) {
  const { run, failure } = useAttempt(act, { code: 'host_refused' });
  return (
    <>
      <Button {...look} onClick={({ currentTarget }) => void run(currentTarget)}>
        {children}
      </Button>
      {failure !== undefined && <ProblemLine {...failure} />}
    </>
  );
}
