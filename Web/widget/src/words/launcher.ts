import type { Locale } from '@supportbot/shared/locale.ts';
import { launcher as en } from './en.ts';
import { launcher as zh } from './zh.ts';

export type LauncherWords = typeof en;

export const launcherWords: Readonly<Record<Locale, LauncherWords>> = { en, zh };
