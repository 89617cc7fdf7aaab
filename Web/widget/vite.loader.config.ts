import { defineConfig } from 'vite';
import { output } from './vite.output.ts';

// A classic script, so that one <script async> tag is all a store's page needs.
export default defineConfig({
  build: {
    ...output,
    lib: { entry: 'src/loader/main.ts', formats: ['iife'], name: 'supportbot', fileName: () => 'supportbot.js' },
  },
});
