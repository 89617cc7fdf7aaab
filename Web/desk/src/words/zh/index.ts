export * from './conversation.ts';
export * from './desk.ts';
export * from './pages.ts';
