import { Component, type ReactNode } from 'react';
import { CrashPage } from './crash-page.js';

interface CrashBoundaryState {
  readonly error?: unknown;
}

/** The last net: catches what fails outside of any page, so that nobody ever looks at an empty window. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, CrashBoundaryState> {
  override state: CrashBoundaryState = {};

  static getDerivedStateFromError(error: unknown): CrashBoundaryState {
    return { error: error ?? new Error('unknown') };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <CrashPage error={this.state.error} />;
  }
}
