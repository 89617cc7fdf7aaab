import { lazy, Suspense } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { OfferStack } from '../inbox/offer-stack.tsx';
import { useMay } from '../session/session.ts';
import { LiveDesk } from '../stream/live.tsx';
import { Blank, Waiting } from '../ui/blank.tsx';
import { Fence } from '../ui/fence.tsx';
import { guardNavigation } from '../ui/unsaved.ts';
import { UnsavedQuestion } from '../ui/unsaved-question.tsx';
import { useWords } from '../words/words.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import classes from './desk.module.css';
import { Help } from './help.tsx';
import { Navigation } from './navigation.tsx';
import { pages, type DeskPage } from './pages.ts';
import { TabTitle } from './tab-title.tsx';

const CommandBar = lazy(() => import('./command-bar.tsx'));

export default function Desk() {
  const { shell } = useWords();
  return (
    <LiveDesk>
      <Router base="/desk" aroundNav={guardNavigation}>
        <a className={classes.skip} href="#content">{shell.skip}</a>
        <div className={classes.desk}>
          <Navigation />
          <main id="content" className={classes.content} tabIndex={-1}>
            <ConnectionBanner />
            <div className={classes.page}><Pages /></div>
          </main>
        </div>
        <OfferStack />
        <Help />
        <UnsavedQuestion />
        <TabTitle />
        <Suspense><CommandBar /></Suspense>
      </Router>
    </LiveDesk>
  );
}

function Pages() {
  const may = useMay();
  const home = pages.find(({ permission }) => permission !== undefined && may(permission))?.path ?? '/profile';
  return (
    <Switch>
      {pages.map((page) => <Route key={page.name} path={`${page.path}/:id?`}><Guarded page={page} /></Route>)}
      <Route><Redirect to={home} replace /></Route>
    </Switch>
  );
}

function Guarded({ page }: { readonly page: DeskPage }) {
  const may = useMay();
  const { shell } = useWords();
  if (page.permission !== undefined && !may(page.permission)) return <Blank icon="shield" title={shell.notAllowedPage} />;
  const View = page.view;
  return (
    <Fence>
      <Suspense fallback={<Waiting />}><View /></Suspense>
    </Fence>
  );
}
