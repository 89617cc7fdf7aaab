import type { Locale } from '@supportbot/shared/locale.ts';
import { panel as en } from './en.ts';
import { panel as zh } from './zh.ts';

export type PanelWords = typeof en;

export const panelWords: Readonly<Record<Locale, PanelWords>> = { en, zh };
