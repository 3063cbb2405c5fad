import { Button, type ButtonProps } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { ProblemLine } from './ProblemLine.js';
import { useAttempt } from './useAttempt.js';

type ActionButtonProps = {
  readonly icon?: ReactElement;
  /** May throw ApiProblem. Any other error is reported as the host's refusal. */
  readonly act: (button: HTMLElement) => unknown;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  readonly className?: string;
  readonly children: ReactNode;
};

/**
 * A button for an action that can fail. Shows a failure and its way out next to it. Ignores presses while the action
 * runs.
 */
export function ActionButton({
  icon,
  act,
  appearance = 'secondary',
  className,
  children,
}: ActionButtonProps) {
  const { run, failure } = useAttempt(act, { code: 'host_refused' });
  return (
    <>
      <Button
        appearance={appearance}
        onClick={({ currentTarget }) => void run(currentTarget)}
        {...(icon !== undefined && { icon })}
        {...(className !== undefined && { className })}
      >
        {children}
      </Button>
      {failure !== undefined && <ProblemLine {...failure} />}
    </>
  );
}
