import { defineConfig, type Plugin } from 'vite';
import { output } from './vite.output.ts';

/** A classic script is read in the page's own encoding, whatever that is; only ASCII reads the same in all. */
const ascii: Plugin = {
  name: 'ascii',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
};

// A classic script, so that one <script async> tag is all a store's page needs.
export default defineConfig({
  plugins: [ascii],
  build: {
    ...output,
    lib: { entry: 'src/loader/main.ts', formats: ['iife'], name: 'supportbot', fileName: () => 'supportbot.js' },
  },
});
