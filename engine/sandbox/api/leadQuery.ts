import type { Core } from '../core.ts';
import { leadSection } from '../desk/views.ts';
import { limits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Lead } from '../storedWorld.ts';

export const leadLists = ['inbox', 'active', 'completed', 'all'] as const;
export type LeadList = (typeof leadLists)[number];

/** A whole number not below 0, `otherwise` if absent, undefined if it is something else. */
function wholeNumber(text: string | null, otherwise: number): number | undefined {
  if (text === null) return otherwise;
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

const unreadKinds = ['unread', 'read', 'unanswered', 'answered'];

/** A page of a lead list with its filters (umnico-api.md 4.1): newest conversation first. */
export function queryLeads(core: Core, list: LeadList, query: URLSearchParams): Lead[] | Refusal {
  const offset = wholeNumber(query.get('offset'), 0);
  const limit = wholeNumber(query.get('limit'), limits.leadPage);
  const from = wholeNumber(query.get('lastMessageFrom'), 0);
  const to = wholeNumber(query.get('lastMessageTo'), Number.MAX_SAFE_INTEGER);
  if (offset === undefined || limit === undefined || from === undefined || to === undefined)
    return refuse(422, 'offset, limit, lastMessageFrom and lastMessageTo must be whole numbers');
  if (limit > limits.leadPageMax && core.faults.limitOver === 'refuse')
    return refuse(422, `limit must be at most ${limits.leadPageMax}`);
  const unread = query.get('unread');
  if (unread !== null && !unreadKinds.includes(unread))
    return refuse(422, `unread must be one of ${unreadKinds.join(', ')}`);

  const asked = (name: string, value: string | number | null): boolean => {
    const wanted = query.getAll(name);
    return wanted.length === 0 || wanted.includes(String(value));
  };
  const tags = query.getAll('tags');
  const fits = (lead: Lead): boolean => {
    if (list !== 'all' && leadSection(core, lead) !== list) return false;
    const last = core.world.lastOfLead.get(lead.id);
    const at = last?.at ?? lead.createdAt;
    if (at < from || at > to) return false;
    const waiting = last?.via === 'customer';
    if (unread === 'unread' && lead.unread === 0) return false;
    if (unread === 'read' && lead.unread > 0) return false;
    if (unread === 'unanswered' && !waiting) return false;
    if (unread === 'answered' && waiting) return false;
    if (tags.length > 0 && !tags.some((tag) => lead.tags.includes(tag))) return false;
    const kind = (last && core.world.sources.get(last.realId)?.type) ?? 'message';
    return (
      asked('types', core.world.integrations.get(lead.saId)?.type ?? '') &&
      asked('users', lead.userId) &&
      asked('sa', lead.saId) &&
      asked('statuses', lead.statusId) &&
      asked('customer', lead.customerId) &&
      asked('source_types', kind)
    );
  };
  const lastAt = (lead: Lead): number => core.world.lastOfLead.get(lead.id)?.at ?? lead.createdAt;
  return [...core.world.leads.values()]
    .filter(fits)
    .sort((a, b) => lastAt(b) - lastAt(a))
    .slice(offset, offset + Math.min(limit, limits.leadPageMax));
}
