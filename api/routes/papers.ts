import {z} from 'zod';
import type {sent} from '../action.ts';
import {action, type Action} from '../action.ts';
import {readCampaigns} from '../campaigns/campaigns.ts';
import {ApiError} from '../errors.ts';
import {formTables, readPeriods} from '../form-periods.ts';
import type {OpenVersion} from '../open-version.ts';
import {paperQuery, papersAnswer, type PapersAnswer} from '../paper-schemas.ts';
import {paperCalled, papersFor} from '../papers/catalogue.ts';
import type {AskedPaper, OfferedPaper} from '../papers/offered.ts';
import {sendPaper} from '../papers/sending-paper.ts';
import type {Versions} from '../versions.ts';
import {campaignTables} from './campaigns/asked.ts';

/** The papers that leave the house: which there are, and each of them. */
export const paperActions = (versions: Versions): Action[] => [
  action({
    method: 'GET',
    path: '/papers',
    summary: 'Danh mục phụ lục, văn bản mà người hỏi được lấy, và các kỳ, đợt thi đua có thể chọn',
    params: z.strictObject({}),
    query: z.strictObject({}),
    answer: papersAnswer,
    async act(_question, {person}): Promise<PapersAnswer> {
      const rows = papersFor(person.role).map(({compose: _, reads: __, ...paper}) => ({
        ...paper,
        takes: [...paper.takes],
        formats: [...paper.formats],
      }));
      return {rows, ...(await versions.use(readChoices))};
    },
  }),
  action({
    method: 'GET',
    path: '/papers/{paper}',
    summary:
      'Một phụ lục hoặc văn bản theo đêm đang dùng, đúng thể thức Nghị định 30/2020/NĐ-CP, để trình ký',
    params: z.strictObject({
      paper: z.string().meta({description: 'Mã trong danh mục /papers.', example: 'fix-list'}),
    }),
    query: paperQuery,
    answer: z
      .string()
      .meta({description: 'Tài liệu: text/html, hoặc tệp theo ?format=docx, ?format=pdf, ?format=xlsx.'}),
    async act({params, query: {format, ...asked}}, context): Promise<typeof sent> {
      const {person, store} = context;
      const paper = paperCalled(params.paper, person.role);
      mustTake(paper, asked);
      if (!paper.formats.includes(format)) {
        throw new ApiError(
          'not_acceptable',
          `Tài liệu này chỉ có các định dạng ${paper.formats.join(', ')}.`,
        );
      }
      return sendPaper(await paper.compose(asked, {versions, store, person}), format, context);
    },
  }),
];

/** What can be chosen of the version in force; nothing of what an older release did not build. */
async function readChoices(version: OpenVersion): Promise<Pick<PapersAnswer, 'periods' | 'campaigns'>> {
  const has = (tables: readonly string[]) => tables.every((table) => version.has(table));
  const periodsOf = async (form: 'VIEC' | 'TIEN') =>
    has(formTables) ? (await readPeriods(form, version)).map(({nam, so_thang}) => ({nam, so_thang})) : [];
  const [VIEC, TIEN, campaigns] = await Promise.all([
    periodsOf('VIEC'),
    periodsOf('TIEN'),
    has(campaignTables) ? readCampaigns(version) : [],
  ]);
  return {
    periods: {VIEC, TIEN},
    campaigns: campaigns.map(({campaign_id, campaign_name}) => ({id: campaign_id, name: campaign_name})),
  };
}

/** Refuses what the paper is not asked about: who sets a unit should not get a paper of all. */
function mustTake({name, takes}: OfferedPaper, asked: AskedPaper): void {
  const others = Object.entries(asked)
    .filter(([key, value]) => value !== undefined && !takes.some((taken) => taken === key))
    .map(([key]) => key);
  if (others.length === 0) return;
  const taken = takes.length === 0 ? 'không nhận tham số nào' : `chỉ nhận ${takes.join(', ')}`;
  throw new ApiError('invalid_parameter', `Tài liệu “${name.vi}” ${taken}; hãy bỏ ${others.join(', ')}.`);
}
