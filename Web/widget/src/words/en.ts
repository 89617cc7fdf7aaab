/** Words the loader shows before the panel is there. */
export const launcher = {
  open: 'Open chat',
  close: 'Close chat',
  unread: (count: number) => (count === 1 ? '1 unread message' : `${count} unread messages`),
  dismiss: 'Dismiss',
  failed: 'The chat could not be loaded. Check your connection and try again.',
};

export const panel = {
  title: 'Customer support',
  subtitle: 'We usually answer at once',
  close: 'Close chat',
  log: 'Conversation',
  you: 'You',
  bot: 'Assistant',
  afterName: ': ',

  peeked: 'Our colleague sees what you type before you send it.',
  placeholder: 'Write a message…',
  message: 'Message',
  send: 'Send',
  attach: 'Attach files',
  removeFile: (name: string) => `Remove ${name}`,
  suggestions: 'Suggested answers',
  previous: 'Previous',
  next: 'Next',
  latest: 'New messages',
  unsupported: 'This message cannot be shown here.',
  opensNewTab: '(opens in a new tab)',

  queued: 'Waiting for connection',
  sending: 'Sending…',
  sent: 'Sent',
  failed: 'Not sent',
  retry: 'Try again',
  tooLarge: 'Not sent: too large',
  refused: 'Not sent: the message was refused',

  typing: (name: string) => `${name} is typing`,
  connecting: 'Connecting…',
  reconnecting: 'Connection lost. Reconnecting…',
  offline: 'You are offline. Your messages will be sent when you are back.',
  blocked: 'The store takes no new chats from your network for a while. Sign in to the store to chat all the same.',
  retryNow: 'Retry now',

  filesTooLarge: (name: string, limit: string) => `${name} was not added: one message takes up to ${limit}.`,
  fileEmpty: (name: string) => `${name} is empty.`,
  fileType: (name: string) => `${name} is of a kind we cannot accept.`,
  tooManyFiles: (limit: number) => `At most ${limit} files in one message.`,

  survey: {
    question: 'How was the chat with our colleague?',
    scores: ['Very bad', 'Bad', 'Fair', 'Good', 'Very good'],
    comment: 'Anything to add? (optional)',
    send: 'Send rating',
    dismiss: 'No rating',
    thanks: 'Thank you! It helps us do better.',
  },

  handoff: {
    queued: 'You are in the queue for a colleague.',
    position: (position: number) => `You are number ${position} in the queue.`,
    estimate: (minutes: number) => (minutes <= 1 ? 'About a minute to wait.' : `About ${minutes} minutes to wait.`),
    accepted: 'A colleague has joined the chat.',
    completed: 'The chat with our colleague has ended.',
    returned: 'The assistant is answering again.',
    cancelled: 'You have left the queue.',
    failed: 'No colleague could be reached just now.',
  },
};
