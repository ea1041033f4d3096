import type {OpenVersion} from '../open-version.ts';

/** What a letter asks, and where it does. */
export interface Clause {
  letter: string;
  clause: string;
}

/** What dossiers must keep to: the last day, the papers, nothing pending. */
export type DossierRules = Readonly<Record<'late' | 'papers' | 'pending', Clause & {sentence: string}>>;

/** A clause as a sentence quotes it. */
export const cited = ({letter, clause}: Clause): string =>
  `${letter}, ${clause.startsWith('Điều') ? clause : `mục ${clause}`}`;

/** The rules for the dossiers of a campaign. */
export async function readDossierRules(version: OpenVersion, campaign: string): Promise<DossierRules> {
  const rows = await version.rows<Clause & {dossier_rule: keyof DossierRules; rule_sentence: string}>(
    'dossier_rules',
    {campaign},
  );
  const ruleCalled = (name: keyof DossierRules) => {
    const row = rows.find(({dossier_rule}) => dossier_rule === name);
    if (!row) throw new Error(`sql/reference/dossier_rules.csv has no rule ${name} for ${campaign}.`);
    return {sentence: row.rule_sentence, letter: row.letter, clause: row.clause};
  };
  return {late: ruleCalled('late'), papers: ruleCalled('papers'), pending: ruleCalled('pending')};
}
