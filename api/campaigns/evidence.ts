import type {Candidate, GateResult} from '../../warehouse/campaign/rank.ts';
import {literal} from '../../warehouse/database.ts';
import type {Campaign} from './campaigns.ts';

/**
 * The query that shows what a gate found of a candidate, for pasting into the version of the ranking's night: it gives
 * back one row whose column is what the gate looked at.
 */
export function evidenceOf({gate}: GateResult, candidate: Candidate, campaign: Campaign): string {
  const {candidate_kind, candidate_id} = candidate;
  const isPerson = candidate_kind === 'individual';
  const mine = isPerson
    ? `officer_id = ${literal(candidate_id)}`
    : `office_id in (select office_id from marts.unit_members where level = ${literal(candidate_kind)} and unit_id = ${literal(candidate_id)})`;
  switch (gate) {
    case 'finished_on_time':
      return isPerson
        ? finishOf(mine, candidate.files_required, campaign)
        : `select if(bool_and(finished_at is not null), max(finished_at), null) as finished_at
from marts.finishes
where candidate_kind = 'office'
    and campaign_id = ${literal(campaign.campaign_id)}
    and candidate_id in (select office_id from marts.unit_members where level = ${literal(candidate_kind)} and unit_id = ${literal(candidate_id)})`;
    case 'new_files_entered':
      return `select sum(files_done) / nullif(sum(files_required), 0) as new_files_entered
from marts.${isPerson ? 'officer_completion' : 'completion'}
where data_kind = ${literal(campaign.new_kind)}
    and ${
      isPerson
        ? ''
        : `entry_system = ${literal(campaign.entry_system)}
    and `
    }${mine}`;
    case 'quality':
      return `select sum(numerator) / nullif(sum(denominator), 0) as quality_score
from metrics.quality_score
where ${mine}`;
    case 'money':
      return `select sum(numerator) / nullif(sum(denominator), 0) as money_coverage
from metrics.money_coverage
where ${mine}`;
    case 'rollout_documents':
      return `select min(issued_on) as issued_on
from marts.rollout_documents
where document_type in ('KE_HOACH', 'CHI_DAO')
    and unit_id = ${literal(candidate_id)}`;
    default:
      return `select count(*) as matters
from marts.candidate_matters
where campaign_id = ${literal(campaign.campaign_id)}
    and candidate_kind = ${literal(candidate_kind)}
    and candidate_id = ${literal(candidate_id)}
    and gate = ${literal(gate)}`;
  }
}

const finishOf = (mine: string, required: number, {backlog_kind}: Campaign) =>
  `select marts.entries.entered_at as finished_at
from marts.case_files
join marts.entries using (case_id)
where marts.case_files.is_counted
    and marts.case_files.data_kind = ${literal(backlog_kind)}
    and marts.case_files.${mine}
order by entered_at
limit 1 offset ${required - 1}`;
