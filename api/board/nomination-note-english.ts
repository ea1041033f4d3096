import {inBoth} from '../campaigns/phrases.ts';
import {ruleName} from '../campaigns/rule-names.ts';
import type {Clause} from './dossier-rules.ts';
import {joined} from './nomination-note.ts';
import type {JudgedNomination, NominationFacts, Obstacle, Paper} from './nominations.ts';
import type {PendingMatter} from './steps.ts';

/** The matters that may be pending, for who reads English. */
const matters: Readonly<Record<PendingMatter, string>> = {
  discipline: 'Discipline being considered or carried out',
  prosecution: 'Charged, investigated, prosecuted or on trial',
  inspection: 'Under inspection on signs of a violation',
  verification: 'Complaint, denunciation or press report being verified',
};

const papers: Readonly<Record<Paper, string>> = {
  submission: 'submission',
  minutes: 'minutes of the meeting',
  report: 'report of achievements',
  confirmation: 'confirmation of the report',
  nominee: 'a nominee known in the lists of units and officers',
};

/** A matter that may be pending, in English. */
export const englishMatter = (matter: PendingMatter): string => matters[matter];

/** What keeps an award from a nominee, in English; a matter of the data has only the name the data give it. */
export const englishObstacle = ({kind, code, label}: Pick<Obstacle, 'kind' | 'code' | 'label'>): string =>
  kind === 'gate' ? ruleName(code, label).en : kind === 'answer' ? matters[code as PendingMatter] : label;

/** What `noteOf` says, in English; letters are quoted as they are. */
export function englishNoteOf(
  one: JudgedNomination,
  {campaign: {nominations_until}, dossierRules}: Pick<NominationFacts, 'campaign' | 'dossierRules'>,
): string | null {
  const {state, missing, obstacles, quota, takes_part, is_over_quota, is_tied_at_quota, received_on} = one;
  switch (state) {
    case 'late':
      return `Received on ${dayOf(received_on)}, after the deadline ${dayOf(nominations_until)}: “${dossierRules.late.sentence}” (${cited(dossierRules.late)}).`;
    case 'incomplete':
      return `The dossier lacks: ${missing.map((paper) => papers[paper]).join(', ')} (${cited(dossierRules.papers)}).`;
    case 'not_eligible':
      return `Not eligible: ${obstacles.map((obstacle) => `${englishObstacle(obstacle)} (${cited(obstacle)})`).join('; ')}.`;
    case 'eligible':
      if (is_over_quota) {
        return quota === undefined
          ? 'No quota was found: the proposer is not in the list of units, or the campaign has none for this award.'
          : `Over the quota: ${quota.quota} at most (${cited(quota)}), taken by priority and then by rank.`;
      }
      return joined([
        is_tied_at_quota &&
          quota !== undefined &&
          `Equal in priority and rank with another at the last place of the quota (${quota.quota} at most; ${cited(quota)}): the board chooses.`,
        !takes_part && 'Takes no part in the ranking, so there is no gate to judge by.',
      ]);
    case 'shortlisted':
    case 'awarded': {
      const doubts = [
        ...missing.map((paper) => `lacks ${papers[paper]}`),
        ...obstacles.map(englishObstacle),
        ...(is_over_quota ? [`over the quota of ${quota?.quota ?? 0}`] : []),
      ];
      return doubts.length === 0 ? null : `To look at again: ${doubts.join('; ')}.`;
    }
    case 'not_awarded':
      return null;
  }
}

const cited = ({letter, clause}: Clause) => `${letter}, item ${clause}`;

/** The day of a date or a moment: 24 Apr 2026. */
function dayOf(date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return inBoth((phrases) => phrases.day(year, month, day)).en;
}
