import type { BuildOptions } from 'vite';

/** Two builds share the folder; each overwrites only its own file. */
export const output: BuildOptions = {
  outDir: '../../BotService/wwwroot/widget',
  emptyOutDir: false,
};
