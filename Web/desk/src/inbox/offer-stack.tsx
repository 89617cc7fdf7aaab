import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { Summary } from '../api/conversation.ts';
import { post } from '../api/http.ts';
import { isProblem } from '../api/problem.ts';
import { useLive, useMoment } from '../stream/live.tsx';
import type { PendingOffer } from '../stream/moments.ts';
import { Chip } from '../ui/chip.tsx';
import { useSeconds } from '../ui/clock.ts';
import { Face } from '../ui/face.tsx';
import { useTell } from '../ui/tell.ts';
import { shopperName, useWords } from '../words/words.tsx';
import classes from './offer-stack.module.css';
import { WaitClock } from './wait-clock.tsx';

/** Conversations offered to one, over whatever page one is on. */
export function OfferStack() {
  const offers = useMoment((moment) => moment.offers);
  return (
    <div className={classes.stack} aria-live="assertive">
      {offers.map((offer) => <OfferCard key={offer.conversationId} offer={offer} />)}
    </div>
  );
}

function OfferCard({ offer: { conversationId, until, summary } }: { readonly offer: PendingOffer }) {
  const words = useWords();
  const { offer, inbox } = words;
  const { moments, cache, announcer } = useLive();
  const { trouble, warn } = useTell();
  const [, go] = useLocation();
  const left = Math.ceil(Date.parse(until) / 1000 - useSeconds());
  const full = useRef(Math.max(left, 1));
  const name = shopperName(summary.shopper, words);
  const answer = useMutation({
    mutationFn: (verb: 'accept' | 'decline') => post<Summary | undefined>(`/api/desk/conversations/${conversationId}/${verb}`),
    onMutate: () => announcer.expect(conversationId),
    onSuccess: (changed, verb) => {
      moments.withdraw(conversationId);
      if (changed?.id !== undefined) cache.conversation(changed);
      if (verb === 'accept') go(`/inbox/${conversationId}`);
    },
    onError: (error) => {
      if (!isProblem(error) || error.status !== 409) return trouble(error);
      moments.withdraw(conversationId);
      warn(error.message || offer.taken);
    },
  });
  useEffect(() => {
    // The service takes the offer away; a clock that runs ahead of it only stops showing it.
    if (left <= -2) moments.withdraw(conversationId);
  }, [left, moments, conversationId]);
  return (
    <section className={classes.card} aria-label={offer.title}>
      <div className={classes.head}>
        <Face name={name} id={summary.shopper.id} />
        <div className={classes.who}>
          <p className={classes.title}>{offer.title}</p>
          <p className={classes.name} dir="auto">{name}</p>
        </div>
        {summary.shopper.vip && <Chip tone="warm">{inbox.vip}</Chip>}
        {summary.waitingSince && <WaitClock since={summary.waitingSince} />}
      </div>
      <p className={classes.text} dir="auto">{summary.summary ?? summary.reason ?? summary.last?.text}</p>
      <progress className={classes.time} max={full.current} value={Math.max(left, 0)} aria-hidden="true" />
      <div className={classes.foot}>
        <span className={classes.left}>{offer.seconds(Math.max(left, 0))}</span>
        <Button variant="default" size="xs" disabled={answer.isPending} onClick={() => answer.mutate('decline')}>{offer.decline}</Button>
        <Button size="xs" loading={answer.isPending} onClick={() => answer.mutate('accept')}>{offer.accept}</Button>
      </div>
    </section>
  );
}
