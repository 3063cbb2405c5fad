import { Component, type ReactNode } from 'react';
import { Fallback } from './Fallback.js';

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
