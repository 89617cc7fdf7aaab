import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Campaign, Results, VariantResults } from '../api/outreach.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import { Bars } from './bars.tsx';
import { letter } from './campaign-draft.ts';
import classes from './campaigns.module.css';
import shared from './outreach.module.css';
import { heldOut, metrics, shareOf, texts } from './results.ts';

export function CampaignResults({ campaign }: { readonly campaign: Campaign }) {
  const { outreach, campaigns } = useOutreachWords();
  const { locale } = useLanguage();
  const isLive = campaign.status === 'running';
  const found = useQuery({ queryKey: keys.campaignLook(campaign.id, 'results'), queryFn: () => get<Results>(`/api/outreach/campaigns/${campaign.id}/results`), refetchInterval: isLive ? 2_000 : 15_000, staleTime: 0 });
  const excluded = Object.entries(found.data?.excluded ?? {}).map(([key, count]) => ({ name: outreach.exclusions[key] ?? key, count }));
  const kept = heldOut(found.data?.variants ?? []);
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{campaigns.results}</h2>
      <p className={cards.lead}>{campaigns.resultsLead}</p>
      {found.isPending && <Waiting />}
      {found.isError && found.data === undefined && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data?.variants.length === 0 && <Blank icon="clock" title={campaigns.noResults} />}
      {found.data !== undefined && found.data.variants.length > 0 && <Chart rows={texts(found.data.variants)} />}
      {kept > 0 && <p className={shared.small}>{campaigns.heldOutPeople(outreach.count(kept.toLocaleString(locale)))}</p>}
      {excluded.length > 0 && <><h3 className={shared.label}>{campaigns.excluded}</h3><Bars bars={excluded} label={campaigns.excluded} tone="warm" /></>}
    </section>
  );
}

/** A bar for each figure and text, all of one scale; as a table the numbers are read out as well. */
function Chart({ rows }: { readonly rows: readonly VariantResults[] }) {
  const { campaigns } = useOutreachWords();
  const { locale } = useLanguage();
  const most = Math.max(1, ...rows.flatMap((row) => metrics.map((metric) => row[metric])));
  return (
    <div className={shared.scroll} tabIndex={0} role="region" aria-label={campaigns.results}>
      <table className={classes.chart}>
        {rows.length > 1 && <thead><tr><td />{rows.map(({ variant }) => <th key={variant} scope="col">{campaigns.template(letter(variant))}</th>)}</tr></thead>}
        <tbody>
          {metrics.map((metric) => (
            <tr key={metric}>
              <th scope="row">{campaigns.metrics[metric]}</th>
              {rows.map((row) => {
                const share = shareOf(metric, row);
                return (
                  <td key={row.variant}>
                    <b>{row[metric].toLocaleString(locale)}</b>{share !== undefined && <span className={classes.share}>{share} %</span>}
                    <div className={shared.track} data-tone={metric === 'failed' || metric === 'unknown' || metric === 'optedOut' ? 'warm' : row.variant % 2 === 1 ? 'other' : undefined} aria-hidden="true"><i style={{ width: `${(100 * row[metric]) / most}%` }} /></div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
