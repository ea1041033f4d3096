import {metrics} from '../../warehouse/metrics.ts';
import {department, numberColumn, type Block, type Paper} from '../papers/paper.ts';
import type {AlertRule} from './alert-rules.ts';
import {countWord, dayWord} from './figures.ts';
import {rateBeside} from '../papers/wording.ts';
import type {Finding} from './findings.ts';
import {limitWord} from './weekly-page.ts';

/** One letter of all that somebody is to hear of tonight: each rule with the units that break it. */
export function alertsDigest(
  findings: readonly Finding[],
  stamp: {night: string; version: string; demo: boolean},
): Paper {
  const units = new Set(findings.map(({unit_id}) => unit_id)).size;
  const byRule = Map.groupBy(findings, ({rule}) => rule);
  return {
    name: `canh-bao-${stamp.night}`,
    agency: department,
    orientation: 'portrait',
    title: 'CẢNH BÁO DỮ LIỆU',
    subtitle: `${units} đơn vị, theo số liệu đến ${dayWord(stamp.night)}`,
    blocks: [...byRule].flatMap(([rule, its]) => blocksOf(rule, its)),
    stamp: {night: stamp.night, version: stamp.version, demo: stamp.demo},
  };
}

function blocksOf(rule: AlertRule, findings: readonly Finding[]): Block[] {
  const {label, unit} = metrics[rule.metric];
  const valueWord = (value: number) =>
    unit === 'ratio' ? rateBeside(rule.threshold, value) : countWord(value);
  const limit = unit === 'ratio' ? limitWord(rule.threshold) : countWord(rule.threshold);
  const condition = `${rule.comparison === 'below' ? 'dưới' : 'trên'} ${limit}`;
  return [
    {block: 'heading', text: `${label.vi} ${condition}`},
    ...[rule.note, rule.letter && `Căn cứ: ${rule.letter}.`]
      .filter((text) => text !== null && text !== '')
      .map((text): Block => ({block: 'paragraph', text: text!})),
    {
      block: 'table',
      columns: [
        {...numberColumn, width: 0.7},
        {key: 'name', heading: 'Đơn vị', kind: 'text', width: 3},
        {key: 'value', heading: 'Giá trị', kind: unit === 'ratio' ? 'rate' : 'count', width: 1.2},
        {key: 'since', heading: 'Từ đêm', kind: 'text', width: 1.3},
        {key: 'deadline', heading: 'Hạn', kind: 'text', width: 1.3},
      ],
      rows: findings.map(({unit_name, value, since}, index) => ({
        n: index + 1,
        name: unit_name,
        value: valueWord(value),
        since: dayWord(since),
        deadline: rule.deadline === null ? '–' : dayWord(rule.deadline),
      })),
    },
  ];
}
