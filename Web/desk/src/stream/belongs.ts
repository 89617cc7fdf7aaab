import type { Counts, Filter, Summary, View } from '../api/conversation.ts';

export const views: readonly View[] = ['mine', 'unassigned', 'all', 'bot'];

/** The same rule the service lists by, so that an event can be put into a list without asking again. */
export function inView(summary: Summary, view: View, me: string): boolean {
  switch (view) {
    case 'mine':
      return summary.assignee?.id === me;
    case 'unassigned':
      return summary.owner === 'queue';
    case 'all':
      // One that has ended may be the bot's again; it is still among those people had.
      return summary.owner !== 'bot' || summary.status === 'resolved';
    case 'bot':
      return summary.owner === 'bot';
  }
}

export function belongs(summary: Summary, filter: Filter, me: string): boolean {
  return summary.status === filter.status
    && inView(summary, filter.view, me)
    && (filter.channel === undefined || summary.channel === filter.channel)
    && (filter.locale === undefined || summary.locale?.startsWith(filter.locale) === true)
    && (filter.tag === undefined || summary.tags.includes(filter.tag))
    && (filter.agent === undefined || summary.assignee?.id === filter.agent);
}

/** The open conversations of each view, after one of them changed. */
export function recount(counts: Counts, before: Summary, after: Summary, me: string): Counts {
  const counted = (summary: Summary, view: View) => (summary.status === 'open' && inView(summary, view, me) ? 1 : 0);
  const changed = (view: View) => Math.max(0, counts[view] - counted(before, view) + counted(after, view));
  return { mine: changed('mine'), unassigned: changed('unassigned'), all: changed('all'), bot: changed('bot') };
}

/** Longest wait first; those nobody waits in follow, newest first. */
export function order(items: readonly Summary[], sort: Filter['sort']): Summary[] {
  const at = (summary: Summary) => summary.last?.at ?? '';
  const newest = (a: Summary, b: Summary) => at(b).localeCompare(at(a)) || a.id.localeCompare(b.id);
  if (sort === 'newest') return [...items].sort(newest);
  return [...items].sort((a, b) => {
    if (a.waitingSince && b.waitingSince) return a.waitingSince.localeCompare(b.waitingSince) || a.id.localeCompare(b.id);
    return Number(!a.waitingSince) - Number(!b.waitingSince) || newest(a, b);
  });
}
