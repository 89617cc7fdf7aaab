import { useEffect, useRef, type ComponentProps } from 'react';
import { Link, useLocation } from 'wouter';
import { useMay } from '../session/session.ts';
import { pages } from '../shell/pages.ts';
import { Page } from '../ui/page.tsx';
import { useOutreachWords } from '../words/outreach.ts';
import { useWords } from '../words/words.tsx';
import classes from './outreach.module.css';

/** A page of outreach, below the way to the others. */
export function OutreachPage(page: ComponentProps<typeof Page>) {
  const { shell } = useWords();
  const { outreach } = useOutreachWords();
  const may = useMay();
  const [location] = useLocation();
  const sections = pages.filter(({ group, permission }) => group === 'outreach' && permission !== undefined && may(permission));
  const here = useRef<HTMLElement>(null);
  // On a phone the way to the last pages lies outside of the window.
  useEffect(() => {
    here.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  return (
    <div className={classes.outreach}>
      <nav ref={here} className={classes.sections} aria-label={outreach.sections}>
        {sections.map(({ name, path }) => (
          <Link key={name} className={classes.section} href={path} aria-current={location === path || location.startsWith(`${path}/`) ? 'page' : undefined}>{shell[name]}</Link>
        ))}
      </nav>
      <div className={classes.below}><Page {...page} /></div>
    </div>
  );
}
