import type { Settings } from './settings.ts';

/** What the loader offers to the panel it imports, and what it gets back. */
export interface PanelHost {
  readonly root: ShadowRoot;
  readonly settings: Settings;
  unreadChanged(count: number): void;
  openChanged(open: boolean): void;
}

export interface Panel {
  readonly isOpen: boolean;
  open(): void;
  close(): void;
}

export interface PanelModule {
  createPanel(host: PanelHost): Panel;
}
