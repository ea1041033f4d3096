import type {Spec} from 'vega';
import type {TopLevelSpec} from 'vega-lite';
import type {Chart, ChartTheme} from './chart.ts';

/** What fills a fixed spec for a width: nothing of it changes which marks, scales and axes there are. */
export interface Filling {
  /** The rows of each table by its name; a table without rows draws nothing. */
  rows: Record<string, readonly object[]>;
  /** The values of the parameters by their names. */
  values: Record<string, unknown>;
  /** In pixels: `width` and `height` of the whole, or `name_width` of a part that stands beside others. */
  sizes: Record<string, number>;
}

/** A spec in which only colours and letters are still open. */
export type FixedSpec = (theme: ChartTheme) => TopLevelSpec;

/** The charts whose specs are fixed. */
export type FixedName = 'entries' | 'money' | 'identity';

/** A chart of a spec that is compiled when the page is built, so that no browser has to. */
export interface FixedChart {
  name: FixedName;
  fill: (width: number) => Filling;
  /** The same chart for those who compile it themselves: pictures and papers. */
  whole: Chart;
}

/** A fixed spec with what fills it. */
export function fixedChart(name: FixedName, spec: FixedSpec, fill: FixedChart['fill']): FixedChart {
  return {name, fill, whole: (theme, width) => fillSpec(spec(theme), fill(width))};
}

/** The spec with its rows, values and sizes in it. */
function fillSpec(spec: TopLevelSpec, {rows, values, sizes}: Filling): TopLevelSpec {
  const filled = {
    ...spec,
    ...pick(sizes, 'width', 'height'),
    datasets: rows,
    params: spec.params?.map((param) => ({
      ...param,
      ...(param.name in values && {value: values[param.name]}),
    })),
    ...('hconcat' in spec && {
      hconcat: spec.hconcat.map((part) => ({
        ...part,
        width: sizes[`${part.name}_width`],
        height: sizes['height'],
      })),
    }),
  };
  return filled as TopLevelSpec;
}

/** The compiled spec with its rows, values and sizes in it. */
export function fillCompiled(spec: Spec, {rows, values, sizes}: Filling): Spec {
  const whole = pick(sizes, 'width', 'height');
  const signals = new Map(Object.entries({...values, ...sizes}).filter(([name]) => !(name in whole)));
  const known = new Set([...(spec.data ?? []), ...(spec.signals ?? [])].map(({name}) => name));
  const unknown = [...Object.keys(rows), ...signals.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`The compiled chart has no ${unknown.join(', ')}.`);
  return {
    ...spec,
    ...whole,
    data: (spec.data ?? []).map((table) =>
      table.name in rows ? {...table, values: [...rows[table.name]!]} : table,
    ),
    signals: (spec.signals ?? []).map((signal) =>
      signals.has(signal.name) ? {...signal, value: signals.get(signal.name)} : signal,
    ),
  };
}

const pick = (sizes: Filling['sizes'], ...names: string[]) =>
  Object.fromEntries(names.filter((name) => name in sizes).map((name) => [name, sizes[name]]));
