import { defineConfig, type Plugin } from 'vite';
import { fillWords } from './fill-words.ts';
import { fillFacts } from './store-facts.ts';

/** The page is served in English as it is; the Chinese words travel with the script that puts them in. */
const words: Plugin = {
  name: 'words',
  transformIndexHtml: { order: 'pre', handler: fillWords },
  transform: {
    order: 'pre',
    filter: { id: /words\/zh\.json$/ },
    handler: (text) => fillFacts(text, 'zh'),
  },
};

/** Painting waits for the script, so that a Chinese page never flashes up in English. */
const paintWhenTranslated: Plugin = {
  name: 'paint-when-translated',
  transformIndexHtml: { order: 'post', handler: (html) => html.replace('<script type="module"', '$& blocking="render"') },
};

export default defineConfig({
  plugins: [words, paintWhenTranslated],
  build: {
    outDir: '../../BotService/wwwroot',
    // The widget lies there too.
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { entryFileNames: 'demo/[name].js', assetFileNames: 'demo/[name][extname]' },
    },
  },
});
