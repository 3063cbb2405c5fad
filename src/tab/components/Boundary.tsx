import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import type { TabProblemCode } from '../api/TabProblem.js';
import { useMessages } from '../i18n/useMessages.js';

type BoundaryProps = {
  readonly children: ReactNode;
  /** What to say when they cannot be shown. */
  readonly code: 'unreachable' | 'internal_error';
  /** To be shown rather than to say that. */
  readonly otherwise?: ReactNode;
};

/** Where React would take the whole page away, this says so and offers to load it again. */
export class Boundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    const { children, code, otherwise } = this.props;
    if (!this.state.hasFailed) return children;
    return otherwise === undefined ? <Broken code={code} retry={reload} /> : otherwise;
  }
}

const reload = () => {
  location.reload();
};

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalS,
  },
});

type BrokenProps = { readonly code: TabProblemCode; readonly retry: () => unknown };

/** What happened, in as few words as the page's own code has. */
export function Broken({ code, retry }: BrokenProps) {
  const messages = useMessages();
  return (
    <div role="alert" className={useStyles().row}>
      <Text>{messages.problems[code].title}</Text>
      <Button size="small" onClick={() => void retry()}>
        {messages.tryAgain}
      </Button>
    </div>
  );
}
