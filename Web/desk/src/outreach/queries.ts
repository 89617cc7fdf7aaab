import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Campaign, Festival, OutreachRules, OwnerDay, Segment, Template } from '../api/outreach.ts';

/** No stream tells of outreach: what a colleague or the clock changes is asked for. */
const changing = 5_000;

export function useCampaigns() {
  return useQuery({ queryKey: keys.campaigns, queryFn: () => get<readonly Campaign[]>('/api/outreach/campaigns'), refetchInterval: changing });
}

export function useCampaign(id: string) {
  return useQuery({
    queryKey: keys.campaign(id),
    queryFn: () => get<Campaign>(`/api/outreach/campaigns/${id}`),
    // A draft stands as it was opened, so that nothing changes under the hands of who writes it.
    refetchInterval: ({ state }) => (state.data?.status === 'awaitingApproval' || state.data?.status === 'running' ? changing : false),
  });
}

export function useRules() {
  return useQuery({ queryKey: keys.outreachRules, queryFn: () => get<OutreachRules>('/api/outreach/rules'), staleTime: Infinity }).data;
}

export function useSegments() {
  return useQuery({ queryKey: keys.segments, queryFn: () => get<readonly Segment[]>('/api/outreach/segments') });
}

export function useTemplates() {
  return useQuery({ queryKey: keys.templates, queryFn: () => get<readonly Template[]>('/api/outreach/templates') });
}

export function useFestivals() {
  return useQuery({ queryKey: keys.festivals, queryFn: () => get<readonly Festival[]>('/api/outreach/festivals') });
}

export function useDays() {
  return useQuery({ queryKey: keys.days, queryFn: () => get<readonly OwnerDay[]>('/api/outreach/days') });
}
