// Catches what a page throws while it is drawn: the frame stays, the page says what happened. Only a class can do this in React.
import { Component, type ReactNode } from 'react';
import { type Failure, failureOf } from './failure.ts';
import { FailurePage } from './failure-page.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly failure: Failure | null };

export class Boundary extends Component<Props, State> {
  override readonly state: State = { failure: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { failure: failureOf(thrown, location.hash, Date.now(), crypto.randomUUID()) };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return <FailurePage failure={failure} onRetry={() => this.setState({ failure: null })} />;
  }
}
