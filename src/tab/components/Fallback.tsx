import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import type { TabProblemCode } from '../api/TabProblem.js';
import { useMessages } from '../i18n/useMessages.js';
import { useFocusRescue } from './useFocusRescue.js';
import { useOnline } from './browserEvents.js';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalS,
  },
});

type FallbackProps = {
  readonly code: TabProblemCode;
  /** Resolves to true on success. Without it, or after a failure while online, the page reloads to get newer code. */
  readonly retry?: () => Promise<boolean>;
  /** Level of the title for a whole page or list. Missing for a smaller part. */
  readonly heading?: 'h1' | 'h2';
};

/** A problem in the page's own messages, for use when other code cannot be loaded. */
export function Fallback({ code, retry, heading: Heading }: FallbackProps) {
  const { problems, tryAgain } = useMessages();
  const styles = useStyles();
  const { title, text } = problems[code];
  const id = useFocusRescue();
  useOnline(code === 'offline' ? retry : undefined);
  const again = async () => {
    if (!(await retry?.()) && navigator.onLine) location.reload();
  };
  return (
    <section className={Heading === undefined ? styles.row : 'unreachable'}>
      <div role="alert">
        {Heading === undefined ? <Text>{title}</Text> : <Heading>{title}</Heading>}
        {Heading !== undefined && typeof text === 'string' && <p>{text}</p>}
      </div>
      <Button id={id} {...(Heading === undefined && { size: 'small' })} onClick={() => void again()}>
        {tryAgain}
      </Button>
    </section>
  );
}

type BoundaryProps = {
  readonly children: ReactNode;
  /** The problem to show when the children cannot be rendered. */
  readonly code: 'unreachable' | 'internal_error';
  /** Replaces that problem. */
  readonly otherwise?: ReactNode;
};

/** Shows a problem in place of children that throw; without it React would remove the whole page. */
export class Boundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    const { children, code, otherwise } = this.props;
    if (!this.state.hasFailed) return children;
    return otherwise === undefined ? <Fallback code={code} /> : otherwise;
  }
}
