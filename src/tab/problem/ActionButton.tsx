import { Button, type ButtonProps } from '@fluentui/react-components';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { toTabProblem, type TabProblem } from '../api/TabProblem.js';
import { ProblemLine } from './ProblemLine.js';

type ActionButtonProps = {
  readonly icon?: ReactElement;
  /** May throw: ApiProblem, or anything where only the host can do it. */
  readonly act: (button: HTMLElement) => unknown;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A button for what may fail; a failure stands beside it, with its way out. Pressed again meanwhile, it acts once. */
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
