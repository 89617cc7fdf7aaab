import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  base: '/desk/',
  build: {
    outDir: '../../BotService/wwwroot/desk',
    emptyOutDir: true,
    // The page's policy allows no data: fonts or scripts, and names with a hash may be kept for ever.
    assetsInlineLimit: 0,
    // Browsers that know light-dark(): written out for older ones it would no longer follow the theme.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { assetFileNames: 'assets/[name]-[hash][extname]' } },
  },
  server: { proxy: { '/api': { target: 'http://localhost:5000', ws: true } } },
});
