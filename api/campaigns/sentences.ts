import type {Compared, Explained} from '../campaign-schemas.ts';
import type {Campaign} from './campaigns.ts';

type Value = string | number | null;

const keyNames = {
  finished_at: 'ngày về đích',
  quality_score: 'điểm chất lượng',
  required: 'số hồ sơ phải nhập',
} as const;

/** Gates and keys whose values are fractions of 1. */
const rates: ReadonlySet<string> = new Set(['new_files_entered', 'quality', 'money', 'quality_score']);

/** An explanation in sentences that can stand in the minutes. */
export function explainingSentences(
  {
    rank,
    of,
    name,
    gates,
    keys,
    decided_by,
    above,
    below,
    tied_with,
    finished_at,
    required,
    entered,
  }: Explained,
  {ends_on}: Campaign,
): string[] {
  const who = name ?? 'Đối tượng';
  const barring = gates.filter(({passed, is_flag}) => !passed && !is_flag);
  const flagged = gates.filter(({passed, is_flag}) => !passed && is_flag);
  const sentences: string[] = [];
  if (finished_at !== null) {
    sentences.push(`${who} về đích lúc ${shown(finished_at)}; hạn cuối là hết ngày ${shown(ends_on)}.`);
  } else {
    const missing = (required - entered).toLocaleString('vi-VN');
    sentences.push(
      entered < required
        ? `${who} chưa về đích: còn thiếu ${missing} trên ${required.toLocaleString('vi-VN')} hồ sơ.`
        : `${who} chưa về đích: có đơn vị trực thuộc còn thiếu hồ sơ.`,
    );
  }
  if (rank === null) {
    sentences.push(
      `Không được xếp hạng vì không đạt: ${barring
        .map(
          ({gate, label, value, threshold, letter, clause}) =>
            `${label} (${found(gate, value)}${threshold === null ? '' : `, ngưỡng: ${shown(threshold, rates.has(gate))}`}; ${letter}, mục ${clause})`,
        )
        .join('; ')}.`,
    );
  } else {
    sentences.push(`Đạt mọi điều kiện và xếp hạng ${rank} trong ${of}.`);
    const deciding = keys.find(({decides}) => decides);
    if (tied_with.length > 0) {
      sentences.push(
        `Bằng mọi tiêu chí với ${tied_with.map((one) => one.name ?? '(không nêu tên)').join(', ')} nên cùng hạng; hệ thống không tự xếp trước sau.`,
      );
    }
    if (deciding && decided_by !== 'tie') {
      const other = above ?? below;
      const theirs = above ? deciding.above : deciding.below;
      sentences.push(
        `Đứng ${above ? 'sau' : 'trước'} ${other?.name ?? 'người kế bên'} vì ${keyNames[deciding.key]}: ${shown(deciding.value, rates.has(deciding.key))} so với ${shown(theirs, rates.has(deciding.key))}.`,
      );
    }
  }
  for (const {label, value} of flagged) {
    sentences.push(`Lưu ý (không loại): ${label}, đang có ${shown(value)} vụ việc.`);
  }
  return sentences;
}

/** What a gate found; what is not there yet is said in the words of that gate. */
function found(gate: string, value: Value): string {
  if (value === null && gate === 'finished_on_time') return 'chưa về đích';
  if (value === null && gate === 'rollout_documents') return 'chưa ban hành';
  return `có: ${shown(value, rates.has(gate))}`;
}

/** Why one is before the other, in one sentence. */
export function comparedSentence({first, second, before, decided_by, keys}: Compared): string {
  const [one, other] = before === 'second' ? [second, first] : [first, second];
  if (decided_by === 'gates') {
    return before === 'neither'
      ? `Cả ${nameOf(first)} và ${nameOf(second)} đều không được xếp hạng vì không đạt điều kiện.`
      : `${nameOf(one)} được xếp hạng ${one.rank}; ${nameOf(other)} không được xếp hạng vì không đạt điều kiện.`;
  }
  const deciding = keys.find(({decides}) => decides);
  if (!deciding) {
    return `${nameOf(first)} và ${nameOf(second)} bằng nhau ở mọi tiêu chí nên cùng hạng ${first.rank}.`;
  }
  const [mine, theirs] =
    before === 'second' ? [deciding.second, deciding.first] : [deciding.first, deciding.second];
  return `${nameOf(one)} (hạng ${one.rank}) đứng trước ${nameOf(other)} (hạng ${other.rank}) vì ${keyNames[deciding.key]}: ${shown(mine, rates.has(deciding.key))} so với ${shown(theirs, rates.has(deciding.key))}.`;
}

const nameOf = ({name, unit_id, officer_id}: Compared['first']) => name ?? unit_id ?? officer_id ?? '';

/** A value as Vietnamese readers write it: rates as percentages, days and moments day first. */
function shown(value: Value, isRate = false): string {
  if (value === null) return 'không có số liệu';
  if (typeof value === 'number') {
    return isRate
      ? `${(value * 100).toLocaleString('vi-VN', {minimumFractionDigits: 2, maximumFractionDigits: 2})} %`
      : value.toLocaleString('vi-VN');
  }
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(value) ?? [];
  if (!day) return value;
  return time ? `${time} ngày ${day}/${month}/${year}` : `${day}/${month}/${year}`;
}
