import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useMessages } from '../i18n/useMessages.js';

type BoundaryProps = {
  readonly children: ReactNode;
  /** What to say when they cannot be shown. */
  readonly code: 'unreachable' | 'internal_error';
};

/** Where React would take the whole page away, this says so and offers to load it again. */
export class Boundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <Broken code={this.props.code} /> : this.props.children;
  }
}

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalS,
  },
});

function Broken({ code }: Pick<BoundaryProps, 'code'>) {
  const messages = useMessages();
  return (
    <div role="alert" className={useStyles().row}>
      <Text>{messages.problems[code].title}</Text>
      <Button
        size="small"
        onClick={() => {
          location.reload();
        }}
      >
        {messages.tryAgain}
      </Button>
    </div>
  );
}
