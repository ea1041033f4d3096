import {z} from 'zod';
import {action, type Action, type ActionContext, type sent} from '../action.ts';
import {ApiError} from '../errors.ts';
import {actorOf} from '../identity.ts';
import {
  letterParams,
  letterPreview,
  letterQuery,
  letterTemplateAnswer,
  newLetterTemplate,
  type LetterTemplateAnswer,
} from '../letter-schemas.ts';
import {Missing, type AskedLetter, type Letter, type LetterFacts} from '../letters/letter.ts';
import {letters, shippedTemplate, writeLetter, type LetterId} from '../letters/letters.ts';
import {mustMakeLetters} from '../letters/trial.ts';
import {paperCalled} from '../papers/catalogue.ts';
import {sendPaper} from '../papers/sending-paper.ts';
import {keepTemplate, templatesOf} from '../state/letter-templates.ts';
import type {Versions} from '../versions.ts';

/** The templates of letters: looked at with what they may name, tried, and put in force. */
export const letterActions = (versions: Versions): Action[] => [
  action({
    method: 'GET',
    path: '/letters/{letter}/template',
    summary: 'Mẫu của một văn bản, các giá trị được dùng kèm giá trị đêm nay, và ai đã sửa, khi nào, vì sao',
    params: letterParams,
    query: letterQuery,
    answer: letterTemplateAnswer,
    act: ({params, query}, context) =>
      shownTemplate(letterCalled(params.letter, context), query, versions, context),
  }),
  action({
    method: 'PUT',
    path: '/letters/{letter}/template',
    summary: 'Sửa mẫu của một văn bản, kèm lý do; mẫu không đọc được thì bị từ chối, bản cũ được giữ',
    params: letterParams,
    query: letterQuery,
    body: newLetterTemplate,
    answer: letterTemplateAnswer,
    act({params, query, body: {text, reason, revision}}, context) {
      const id = letterCalled(params.letter, context);
      const {store, person, now} = context;
      if (!mayChange(id, context)) {
        throw new ApiError('not_permitted', `Vai trò của bạn không sửa được mẫu “${letters[id].name.vi}”.`);
      }
      if (text !== null) mustMakeLetters(text, letters[id].vocabulary);
      const kept = {letter: id, text: text === shippedTemplate(id) ? null : text, reason};
      keepTemplate(store, kept, {seen: revision, by: actorOf(person), now});
      return shownTemplate(id, query, versions, context);
    },
  }),
  action({
    method: 'POST',
    path: '/letters/{letter}/preview',
    summary: 'Văn bản mà một mẫu chưa lưu sẽ làm ra đêm nay, để xem',
    params: letterParams,
    query: letterQuery,
    body: letterPreview,
    answer: z.string().meta({description: 'Văn bản: text/html.'}),
    async act({params, query, body: {text}}, context): Promise<typeof sent> {
      const id = letterCalled(params.letter, context);
      const {store, person} = context;
      mustMakeLetters(text, letters[id].vocabulary);
      return sendPaper(await writeLetter(id, text, query, {versions, store, person}), 'html', context);
    },
  }),
];

/** The letter of that name, for somebody who may have it as a paper. */
function letterCalled(id: string, {person}: ActionContext): LetterId {
  if (!Object.hasOwn(letters, id)) {
    throw new ApiError(
      'unknown_letter',
      `Không có văn bản mang mã này; các văn bản là ${Object.keys(letters).join(', ')}.`,
    );
  }
  paperCalled(id, person.role);
  return id as LetterId;
}

const mayChange = (id: LetterId, {person}: ActionContext): boolean =>
  letters[id].editors.includes(person.role);

async function shownTemplate(
  id: LetterId,
  asked: AskedLetter,
  versions: Versions,
  context: ActionContext,
): Promise<LetterTemplateAnswer> {
  const {store, person} = context;
  const {name, takes, vocabulary, read}: Letter = letters[id];
  const stamp = await versions.use(({current: {night, version, demo}}) =>
    Promise.resolve({night, version, demo}),
  );
  const isAsked = !takes.includes('unit') || asked.unit !== undefined;
  const facts = isAsked ? await readOrReason(() => read(asked, {versions, store, person})) : null;
  const history = templatesOf(store, id);
  const text = history[0]?.text ?? null;
  const shipped = shippedTemplate(id);
  return {
    ...stamp,
    letter: id,
    name,
    takes: [...takes],
    text: text ?? shipped,
    shipped,
    is_shipped: text === null,
    may_change: mayChange(id, context),
    revision: history[0]?.id ?? 0,
    ...toldOf(vocabulary, facts),
    history: history.map(({letter: _, ...kept}) => kept),
  };
}

/** What a letter is made of, or why nothing can be read tonight. */
async function readOrReason(read: () => Promise<LetterFacts>): Promise<LetterFacts | Missing> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ApiError && error.code !== 'not_permitted') return new Missing(error.message);
    throw error;
  }
}

/** Each name with what it stands for tonight; nothing where no unit was named yet. */
function toldOf(
  {values, conditions, tables}: Letter['vocabulary'],
  facts: LetterFacts | Missing | null,
): Pick<LetterTemplateAnswer, 'values' | 'conditions' | 'tables'> {
  const of = <T>(found: (known: LetterFacts) => T | Missing | undefined) => {
    const told = facts === null || facts instanceof Missing ? facts : found(facts);
    return told instanceof Missing
      ? {value: null, missing: told.sentence}
      : {value: told ?? null, missing: null};
  };
  return {
    values: Object.entries(values).map(([name, meaning]) => {
      const {value, missing} = of((known) => known.values[name]);
      return {name, meaning, value: typeof value === 'string' ? value : null, missing};
    }),
    conditions: Object.entries(conditions).map(([name, meaning]) => {
      const {value, missing} = of((known) => known.values[name]);
      return {name, meaning, value: typeof value === 'boolean' ? value : null, missing};
    }),
    tables: Object.entries(tables).map(([name, meaning]) => {
      const {value, missing} = of((known) => known.tables[name]);
      return {name, meaning, rows: value?.rows.length ?? null, missing};
    }),
  };
}
