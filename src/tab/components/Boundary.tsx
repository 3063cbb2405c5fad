import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/useText.js';

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
  const text = useText();
  return (
    <div role="alert" className={useStyles().row}>
      <Text>{text.problems[code].title}</Text>
      <Button
        size="small"
        onClick={() => {
          location.reload();
        }}
      >
        {text.tryAgain}
      </Button>
    </div>
  );
}
