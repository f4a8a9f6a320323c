import { Component, type ReactNode } from 'react'
import { PageFailed } from './page-failed.tsx'

interface PageBoundaryProps {
  readonly onRetry: () => void
  readonly children: ReactNode
}

/** Keeps the frame alive when a page breaks. React offers this to classes only. */
export class PageBoundary extends Component<PageBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <PageFailed
        onRetry={() => {
          this.props.onRetry()
          this.setState({ failed: false })
        }}
      />
    )
  }
}
