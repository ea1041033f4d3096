import {
  autocompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import {defaultKeymap, history, historyKeymap} from '@codemirror/commands';
import {sql, SQLDialect} from '@codemirror/lang-sql';
import {bracketMatching, syntaxHighlighting} from '@codemirror/language';
import {setDiagnostics} from '@codemirror/lint';
import {EditorState, Prec} from '@codemirror/state';
import {drawSelection, EditorView, keymap, lineNumbers} from '@codemirror/view';
import {css, html, LitElement} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import type {ProblemHints} from '../../api/answers.ts';
import {sqlWords} from '../labels/sql-words.ts';
import {completeQuery} from '../query-client.ts';
import {offsetOf, statementAt} from '../workbench/sql-text.ts';

/** Where SQL is written: what comes next is suggested, and what is wrong is underlined. The only part that knows CodeMirror. */
@customElement('sql-editor')
export class SqlEditor extends LitElement {
  /** The text when the editor opens; `write` changes it afterwards. */
  @property() text = '';
  @query('.place') private readonly place!: HTMLElement;

  private view: EditorView | undefined;
  private marked: {from: number; to: number} | null = null;

  override render() {
    return html`<div class="place"></div>`;
  }

  override firstUpdated() {
    this.view = new EditorView({
      parent: this.place,
      root: this.renderRoot as ShadowRoot,
      state: EditorState.create({doc: this.text, extensions: this.extensions()}),
    });
  }

  override disconnectedCallback() {
    this.text = this.view?.state.doc.toString() ?? this.text;
    this.view?.destroy();
    this.view = undefined;
    super.disconnectedCallback();
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated && this.view === undefined) void this.updateComplete.then(() => this.firstUpdated());
  }

  /** All that is written. */
  get value(): string {
    return this.view?.state.doc.toString() ?? this.text;
  }

  /** What is to run: what is selected, or else the statement at the cursor; null when there is none. */
  get chosen(): {from: number; text: string} | null {
    const {state} = this.view!;
    const {from, to, empty, head} = state.selection.main;
    if (!empty && state.sliceDoc(from, to).trim() !== '') return {from, text: state.sliceDoc(from, to)};
    return statementAt(state.doc.toString(), head);
  }

  /** Writes another text in place of all there is. */
  write(text: string): void {
    this.view?.dispatch({
      changes: {from: 0, to: this.view.state.doc.length, insert: text},
      selection: {anchor: text.length},
    });
    this.view?.focus();
  }

  /** Shows another text, whose changes cannot be undone into this one; the cursor goes to its end. */
  show(text: string): void {
    this.view?.setState(
      EditorState.create({doc: text, selection: {anchor: text.length}, extensions: this.extensions()}),
    );
    this.marked = null;
    this.dispatchEvent(new Event('change'));
  }

  /** Puts a name in where the cursor is. */
  insert(name: string): void {
    this.view?.dispatch(this.view.state.replaceSelection(name));
    this.view?.focus();
  }

  /** Writes another name in place of what is underlined. */
  replaceMarked(name: string): void {
    const {marked, view} = this;
    if (!marked || !view) return;
    view.dispatch(setDiagnostics(view.state, []), {
      changes: {from: marked.from, to: marked.to, insert: name},
    });
    this.marked = null;
    view.focus();
  }

  /** Underlines what is wrong in what ran; null takes the line away. */
  mark(wrong: {from: number; sentence: string; hints: ProblemHints} | null): void {
    const {view} = this;
    if (!view) return;
    const {hints, sentence} = wrong ?? {};
    this.marked = null;
    if (!wrong || hints?.line === undefined || hints.column === undefined) {
      view.dispatch(setDiagnostics(view.state, []));
      return;
    }
    const text = view.state.doc.toString();
    const from = wrong.from + offsetOf(text.slice(wrong.from), hints.line, hints.column);
    const word = /^[\w.]+|^\S/.exec(text.slice(from))?.[0] ?? '';
    const mark = {
      from: Math.max(0, word === '' ? from - 1 : from),
      to: from + word.length,
      severity: 'error' as const,
      message: sentence ?? '',
    };
    this.marked = mark;
    view.dispatch(setDiagnostics(view.state, [mark]), {selection: {anchor: from}, scrollIntoView: true});
  }

  private extensions() {
    const runs = Prec.highest(
      keymap.of([
        {key: 'Mod-Enter', run: () => this.dispatchEvent(new Event('run'))},
        // Only when no list of suggestions is open: that one closes first.
        {
          key: 'Escape',
          run: (view) =>
            !view.dom.querySelector('.cm-tooltip') &&
            !this.dispatchEvent(new Event('stop', {cancelable: true})),
        },
      ]),
    );
    return [
      runs,
      lineNumbers(),
      history(),
      drawSelection(),
      bracketMatching(),
      EditorView.lineWrapping,
      EditorState.tabSize.of(4),
      sql({dialect: duckDb}),
      syntaxHighlighting({style: (tags) => classOf(String(tags[0]))}),
      autocompletion({override: [suggest], icons: false}),
      keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({'aria-label': sqlWords().editor, 'aria-multiline': 'true'}),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        this.marked = null;
        this.dispatchEvent(new Event('change'));
      }),
      look,
    ];
  }

  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }

    .place {
      border: 1px solid var(--rule-strong);
      border-radius: var(--radius);
      background: var(--paper);
    }

    .place:focus-within {
      outline: 3px solid var(--accent);
      outline-offset: 1px;
    }

    .keyword {
      color: var(--accent);
      font-weight: 700;
    }

    .text {
      color: light-dark(#7a3b00, #f0c088);
    }

    .number {
      color: light-dark(#0b5d4c, #8fdcc4);
    }

    .comment {
      color: var(--ink-faint);
      font-style: italic;
    }
  `;
}

/** Words that begin a part of a query; the rest is told by what is suggested. */
const duckDb = SQLDialect.define({
  keywords:
    'all and any anti array as asc asof between by case cast collate cross current date day desc describe distinct else end escape except exclude exists explain false filter first following for from full group having ilike in inner intersect interval is join last lateral left like limit natural not null nulls offset on or order outer over partition pivot positional preceding qualify range recursive right rollup row rows sample select semi similar summarize table then timestamp to true try_cast unbounded union unnest unpivot using values when where window with within',
  types:
    'bigint blob boolean date decimal double float hugeint integer interval json list map real smallint struct text time timestamp timestamptz tinyint uuid varchar',
  doubleDollarQuotedStrings: true,
  specialVar: '$',
  identifierQuotes: '"',
});

function classOf(tag: string): string | null {
  if (/^(keyword|bool|null|modifier|operatorKeyword|typeName)/.test(tag)) return 'keyword';
  if (/^string/.test(tag)) return 'text';
  if (/^(number|integer|float|special)/.test(tag)) return 'number';
  return /omment/.test(tag) ? 'comment' : null;
}

const kinds = {
  keyword: 'keyword',
  schema: 'namespace',
  table: 'class',
  column: 'property',
  function: 'function',
  type: 'type',
} as const;

async function suggest(context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\w"]*/);
  const before = context.state.sliceDoc(0, context.pos);
  const follows = /[.\w"]$/.test(before);
  if (!context.explicit && !follows) return null;
  const statement = statementAt(before, before.length);
  if (!statement) return null;
  const asked = before.slice(statement.from);
  const controller = new AbortController();
  context.addEventListener('abort', () => controller.abort());
  try {
    const suggestions = await completeQuery(asked, controller.signal);
    const [first] = suggestions;
    if (!first) return null;
    return {
      from: Math.min(statement.from + first.start, word?.from ?? context.pos),
      validFor: /^[\w"]*$/,
      options: suggestions.map(({text, kind, meaning}) => ({
        label: text.trim(),
        type: kinds[kind],
        ...(meaning === null ? {} : {detail: meaning}),
      })),
    };
  } catch {
    // Writing goes on without suggestions; what is wrong is said when the query runs.
    return null;
  }
}

const look = EditorView.theme({
  '&': {maxHeight: '45vh', fontSize: '0.875rem', backgroundColor: 'transparent', color: 'var(--ink)'},
  '&.cm-focused': {outline: 'none'},
  '.cm-scroller': {
    overflow: 'auto',
    fontFamily: 'ui-monospace, "Cascadia Mono", "Noto Sans Mono", monospace',
    lineHeight: '1.55',
  },
  '.cm-content': {minHeight: '9rem', padding: '0.5rem 0', caretColor: 'var(--ink)'},
  '.cm-gutters': {backgroundColor: 'var(--tint-1)', color: 'var(--ink-soft)', border: 'none'},
  '.cm-cursor': {borderLeftColor: 'var(--ink)'},
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--tint-3)',
  },
  '.cm-matchingBracket': {backgroundColor: 'var(--accent-soft)', outline: '1px solid var(--accent)'},
  '.cm-tooltip': {
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    border: '1px solid var(--rule-strong)',
    borderRadius: 'var(--radius)',
    maxWidth: 'min(40rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {fontFamily: 'inherit', maxHeight: '16rem'},
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {padding: '0.2rem 0.5rem', whiteSpace: 'normal'},
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-completionDetail': {fontStyle: 'normal', fontFamily: 'var(--font)', opacity: '0.9'},
  '.cm-completionMatchedText': {textDecoration: 'none', fontWeight: '700'},
  '.cm-diagnostic-error': {borderLeftColor: 'var(--alarm)'},
  '.cm-diagnosticAction': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
    font: 'inherit',
    padding: '0.15rem 0.5rem',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--alarm)',
    textUnderlineOffset: '0.2em',
  },
});

declare global {
  interface HTMLElementTagNameMap {
    'sql-editor': SqlEditor;
  }
}
