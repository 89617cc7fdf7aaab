import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { Blank } from './blank.tsx';

interface Properties {
  readonly children: ReactNode;
}

/** Keeps one broken page from taking the whole desk with it. */
export class Fence extends Component<Properties, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { shell } = useWords();
  return (
    <Blank icon="alert" title={shell.broken} lead={shell.brokenLead}>
      <Button onClick={() => location.reload()}>{shell.reload}</Button>
    </Blank>
  );
}
