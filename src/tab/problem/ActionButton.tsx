import { Button, type ButtonProps } from '@fluentui/react-components';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { toTabProblem, type TabProblem } from '../api/TabProblem.js';
import { ProblemLine } from './ProblemLine.js';

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
  const isActing = useRef(false);
  const [failure, setFailure] = useState<{ readonly problem: TabProblem; readonly button: HTMLElement }>();
  const run = async (button: HTMLElement): Promise<boolean> => {
    if (isActing.current) return false;
    isActing.current = true;
    try {
      await act(button);
      setFailure(undefined);
      return true;
    } catch (error) {
      setFailure({ problem: toTabProblem(error, { code: 'host_refused' }), button });
      return false;
    } finally {
      isActing.current = false;
    }
  };
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
      {failure !== undefined && <ProblemLine problem={failure.problem} retry={() => run(failure.button)} />}
    </>
  );
}
