import { Chip } from '../ui/chip.tsx';
import { span, useSeconds, waitTone } from '../ui/clock.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';

/** How long somebody has been waiting; turns from green over amber and orange to red as the goals pass. */
export function WaitClock({ since }: { readonly since: string }) {
  const words = useWords();
  const waited = Math.max(0, useSeconds() - Math.floor(Date.parse(since) / 1000));
  return (
    <Chip tone={waitTone(waited)} title={words.inbox.waiting(span(waited, words))}>
      <Icon name="clock" size={12} />
      {span(waited, words)}
    </Chip>
  );
}
