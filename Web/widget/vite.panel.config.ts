import { defineConfig } from 'vite';
import { output } from './vite.output.ts';

// A module, which the loader imports at the first click. Not Vite's library mode, which leaves an ES module's blanks in.
export default defineConfig({
  build: {
    ...output,
    rolldownOptions: {
      input: 'src/panel/main.ts',
      preserveEntrySignatures: 'strict',
      output: { format: 'es', entryFileNames: 'panel.js' },
    },
  },
});
