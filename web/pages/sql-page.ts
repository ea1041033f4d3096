import {Task} from '@lit/task';
import {html, LitElement, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {ProblemHints, QueryAnswer, SavedQueryAnswer} from '../../api/answers.ts';
import {NoAnswer} from '../client.ts';
import '../components/page-state.ts';
import '../components/query-failure.ts';
import '../components/query-tabs.ts';
import type {TabWish} from '../components/query-tabs.ts';
import '../components/result-tabs.ts';
import {resultTabs, type ResultTab} from '../components/result-tabs.ts';
import '../components/saved-queries.ts';
import {blockStyles, controlStyles} from '../components/shared-styles.ts';
import '../components/sql-editor.ts';
import type {SqlEditor} from '../components/sql-editor.ts';
import {sqlPageStyles} from '../components/sql-page-styles.ts';
import '../components/sql-parameters.ts';
import type {SqlParameters} from '../components/sql-parameters.ts';
import '../components/sql-tree.ts';
import {formatCount} from '../format.ts';
import {sqlWords} from '../labels/sql-words.ts';
import {language} from '../labels/words.ts';
import {
  askQuery,
  fetchDictionary,
  fetchHistory,
  fetchSavedQueries,
  fetchSavedQuery,
  fileOfQuery,
  runQuery,
  type Question,
} from '../query-client.ts';
import {SessionState} from '../session.ts';
import {choiceIn} from '../state.ts';
import {UrlState} from '../url-state.ts';
import {layOut} from '../workbench/format-sql.ts';
import {
  addQuery,
  changeCurrent,
  closeCurrent,
  currentOf,
  keepOpen,
  readOpen,
  type OpenQueries,
} from '../workbench/open-queries.ts';
import {
  fieldsFor,
  parseFields,
  printFields,
  valueOfField,
  type ParameterField,
} from '../workbench/parameter-fields.ts';
import {questionId} from '../workbench/question-id.ts';
import type {Result} from '../workbench/result.ts';
import {RunningQuery} from '../workbench/running-query.ts';
import {parametersIn} from '../workbench/sql-text.ts';

const limits = [1_000, 10_000, 100_000];

/** Questions in SQL: written, run, stopped, looked at in several ways, kept and shared. */
@customElement('sql-page')
export class SqlPage extends LitElement {
  @state() private fields: readonly ParameterField[] = [];
  @state() private limit = limits[0]!;
  @state() private result: Result | null = null;
  @state() private profile: QueryAnswer['profile'] = null;
  @state() private plan: unknown = null;
  @state() private failure: {sentence: string; hints: ProblemHints} | null = null;
  @state() private open: SavedQueryAnswer | null = null;
  /** The queries in tabs; one of them is in the editor. */
  @state() private tabs: OpenQueries | null = null;
  @query('sql-editor') private readonly editor!: SqlEditor;

  private readonly url = new UrlState(this);
  private readonly session = new SessionState(this);
  /** What the result shown was asked with. */
  private asked: Question | null = null;
  private readonly running = new RunningQuery(this);

  private readonly dictionary = new Task(this, {
    task: (_args, {signal}) => fetchDictionary(signal),
    args: () => [],
  });
  private readonly saved = new Task(this, {
    task: (_args, {signal}) => fetchSavedQueries(signal),
    args: () => [],
  });
  private readonly history = new Task(this, {
    task: async ([isShown], {signal}) => (isShown ? fetchHistory(signal) : []),
    args: () => [this.tab === 'history', this.running.isOn] as const,
  });

  private get tab(): ResultTab {
    return choiceIn(this.url.now, 'tab', resultTabs) ?? 'rows';
  }

  /** Begins once it is known whose queries they are. */
  override willUpdate() {
    if (this.tabs !== null || this.session.now === null) return;
    const {choices} = this.url.now;
    this.tabs = readOpen(this.session.now.id);
    if (choices['sql'] !== undefined) this.takeText(choices['sql']);
    const {text, params} = currentOf(this.tabs);
    const given = parseFields(choices['params'] ?? params ?? undefined);
    const isLinked = choices['query'] !== undefined;
    this.fields = isLinked ? given : fieldsFor(parametersIn(text), given);
    if (isLinked) void this.openLink(choices['query']!);
  }

  /** A query that another page hands over opens in a tab of its own; a reload opens no second one. */
  private takeText(text: string) {
    const open = this.tabs!;
    const known = open.queries.find((query) => query.text === text);
    this.keepTabs(known ? {...open, current: known.id} : changeCurrent(addQuery(open), {text}));
    queueMicrotask(() => this.url.choose({sql: null}));
  }

  override render() {
    return keyed(
      language(),
      html`<h1>${sqlWords().title}</h1>
        <p class="small">${sqlWords().introduction}</p>
        <div class="page">
          <sql-tree
            .failure=${this.dictionary.error ? (this.dictionary.error as Error).message : ''}
            ?pending=${this.dictionary.value === undefined}
            @retry=${() => this.dictionary.run()}
            .rows=${this.dictionary.value?.rows ?? []}
            @insert=${(event: CustomEvent<string>) => this.editor.insert(event.detail)}
          ></sql-tree>
          <div class="work">
            <section class="block" aria-label=${sqlWords().editor}>
              ${this.tabs ? this.renderEditor(this.tabs) : html`<page-state kind="pending"></page-state>`}
            </section>
            <section class="block" aria-label=${sqlWords().tabs.rows}>
              <result-tabs
                .tab=${this.tab}
                .result=${this.result}
                .profile=${this.profile}
                .plan=${this.plan}
                .runs=${this.history.value ?? []}
                ?busy=${this.running.isOn}
                @choose=${(event: CustomEvent<ResultTab>) => this.show(event.detail)}
                @keep=${(event: CustomEvent<'csv' | 'xlsx' | 'parquet'>) => this.keep(event.detail)}
                @measure=${() => this.explain('explain analyze ')}
                @restore=${(event: CustomEvent<string>) => this.editor.write(event.detail)}
              ></result-tabs>
            </section>
          </div>
        </div>`,
    );
  }

  private renderEditor(tabs: OpenQueries) {
    return html`
      <query-tabs
        .open=${tabs}
        @wish=${(event: CustomEvent<TabWish>) => this.onWish(event.detail)}
      ></query-tabs>
      <saved-queries
        .queries=${this.saved.value ?? []}
        .open=${this.open}
        .reader=${this.session.now?.id ?? ''}
        .current=${() => ({sql: this.editor.value, parameters: this.fields.map(({name, kind}) => ({name, kind}))})}
        .link=${() => this.link()}
        @open=${this.onOpen}
      ></saved-queries>
      <sql-editor
        .text=${currentOf(tabs).text}
        @run=${() => this.run()}
        @stop=${this.onStop}
        @change=${this.onWrite}
      ></sql-editor>
      <sql-parameters
        .fields=${this.fields}
        @change=${(event: Event) => this.setFields((event.target as SqlParameters).fields)}
      ></sql-parameters>
      <div class="toolbar">
        <button type="button" class="main" ?disabled=${this.running.isOn} @click=${() => this.run()}>
          ${sqlWords().run}
        </button>
        <button type="button" ?disabled=${!this.running.isOn} @click=${() => this.running.stop()}>
          ${sqlWords().cancel}
        </button>
        <button type="button" @click=${this.layOut}>${sqlWords().layOut}</button>
        <label>
          ${sqlWords().rowLimit}
          <select
            @change=${(event: Event) => (this.limit = Number((event.target as HTMLSelectElement).value))}
          >
            ${limits.map(
              (limit) =>
                html`<option value=${limit} ?selected=${limit === this.limit}>${formatCount(limit)}</option>`,
            )}
          </select>
        </label>
        <span role="status"
          >${this.running.isOn ? sqlWords().running(formatCount(this.running.seconds)) : ''}</span
        >
      </div>
      <p class="small no-print">${sqlWords().editorAdvice}</p>
      ${
        this.failure
          ? html`<query-failure
              .sentence=${this.failure.sentence}
              .hints=${this.failure.hints}
              @replace=${(event: CustomEvent<string>) => this.editor.replaceMarked(event.detail)}
            ></query-failure>`
          : nothing
      }
    `;
  }

  private readonly onWrite = () => {
    this.keepTabs(changeCurrent(this.tabs!, {text: this.editor.value}));
    const names = parametersIn(this.editor.value);
    if (names.join() !== this.fields.map(({name}) => name).join())
      this.setFields(fieldsFor(names, this.fields));
  };

  /** Stopping takes the key only while there is something to stop. */
  private readonly onStop = (event: Event) => {
    if (!this.running.isOn) return;
    event.preventDefault();
    this.running.stop();
  };

  private setFields(fields: readonly ParameterField[]) {
    this.fields = fields;
    const params = printFields(fields);
    this.keepTabs(changeCurrent(this.tabs!, {params}));
    this.url.choose({params});
  }

  private keepTabs(tabs: OpenQueries) {
    this.tabs = tabs;
    keepOpen(this.session.now?.id, tabs);
  }

  private onWish(wish: TabWish) {
    if (wish.wish === 'rename') return this.keepTabs(changeCurrent(this.tabs!, {name: wish.name}));
    if (wish.wish === 'choose') this.keepTabs({...this.tabs!, current: wish.id});
    else this.keepTabs(wish.wish === 'add' ? addQuery(this.tabs!) : closeCurrent(this.tabs!));
    this.bringForward();
  }

  /** Shows the query whose tab was chosen, with what it was asked with. */
  private bringForward() {
    const {text, saved, params} = currentOf(this.tabs!);
    this.open = this.saved.value?.find(({id}) => id === saved) ?? null;
    this.failure = null;
    this.fields = parseFields(params ?? undefined);
    this.url.choose({query: saved, params});
    this.editor.show(text);
  }

  private readonly layOut = async () => {
    const before = this.editor.value;
    const laidOut = await layOut(before);
    if (laidOut === null) this.refuse(sqlWords().notLaidOut);
    else if (laidOut !== before && this.editor.value === before) this.editor.write(laidOut);
  };

  /** The question at the cursor; null, and a word on why, when there is none. */
  private question(): {question: Question; from: number} | null {
    const chosen = this.editor.chosen;
    if (!chosen) return this.refuse(sqlWords().nothingToRun);
    const params: Record<string, NonNullable<ReturnType<typeof valueOfField>>> = {};
    for (const name of parametersIn(chosen.text)) {
      const value = valueOfField(this.fields.find((field) => field.name === name)!);
      if (value === undefined || value === null) return this.refuse(sqlWords().notANumber(name));
      params[name] = value;
    }
    const {asOf} = this.url.now;
    return {
      from: chosen.from,
      question: {id: questionId(), sql: chosen.text, params, limit: this.limit, asOf},
    };
  }

  private refuse(sentence: string): null {
    this.failure = {sentence, hints: {}};
    return null;
  }

  private run() {
    const found = this.running.isOn ? null : this.question();
    if (!found) return;
    void this.attempt(found.question, found.from, async (question, signal) => {
      this.result = await runQuery(question, signal);
      this.asked = question;
      this.profile = null;
      this.plan = null;
      if (this.tab === 'profile' || this.tab === 'plan') this.show(this.tab);
    });
  }

  /** Shows a tab, and asks for what it needs and has not got. */
  private show(tab: ResultTab) {
    this.url.choose({tab: tab === 'rows' ? null : tab});
    if (tab === 'profile' && this.asked && this.profile === null) void this.describe(this.asked);
    if (tab === 'plan' && this.plan === null) this.explain('explain ');
  }

  private describe(asked: Question): Promise<void> {
    return this.attempt({...asked, id: questionId(), limit: 1}, null, async (question, signal) => {
      this.profile = (await askQuery(question, {profile: true}, signal)).profile;
    });
  }

  private explain(word: 'explain ' | 'explain analyze ') {
    const {asked} = this;
    if (!asked) return;
    const question = {...asked, id: questionId(), sql: word + asked.sql, limit: limits[0]!};
    void this.attempt(question, null, async (explained, signal) => {
      this.plan = (await askQuery(explained, {}, signal)).plan;
    });
  }

  private keep(format: 'csv' | 'xlsx' | 'parquet') {
    const {asked} = this;
    if (!asked) return;
    const question = {...asked, id: questionId(), limit: 1_000_000};
    void this.attempt(question, null, async (kept, signal) => {
      const address = URL.createObjectURL(await fileOfQuery(kept, format, signal));
      const link = document.createElement('a');
      link.href = address;
      link.download = `truy-van-${this.result!.night}.${format}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    });
  }

  /** Runs something that takes time and can be stopped; one at a time. */
  private async attempt(
    question: Question,
    from: number | null,
    work: (question: Question, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (this.running.isOn) return;
    this.failure = null;
    this.editor.mark(null);
    try {
      await this.running.during(question.id, () => work(question, new AbortController().signal));
    } catch (error) {
      this.onFailure(error, from);
    }
  }

  private onFailure(error: unknown, from: number | null) {
    const problem = error instanceof NoAnswer ? error.problem : undefined;
    const sentence = problem?.code === 'query_cancelled' ? sqlWords().cancelled : (error as Error).message;
    const {line, column, candidates} = problem ?? {};
    this.failure = {sentence, hints: {line, column, candidates}};
    if (from !== null) this.editor.mark({from, sentence, hints: this.failure.hints});
  }

  private readonly onOpen = (event: CustomEvent<{query: SavedQueryAnswer | null; isChosen: boolean}>) => {
    const {query, isChosen} = event.detail;
    this.open = query;
    this.keepTabs(
      changeCurrent(this.tabs!, {saved: query?.id ?? null, ...(query ? {name: query.name} : {})}),
    );
    this.url.choose({query: query?.id ?? null});
    void this.saved.run();
    if (isChosen) this.take(query);
  };

  private async openLink(id: string): Promise<void> {
    try {
      const query = await fetchSavedQuery(id);
      await this.updateComplete;
      this.open = query;
      // A tab that has it already keeps what was written in it since.
      if (currentOf(this.tabs!).saved === id) return;
      this.keepTabs(changeCurrent(addQuery(this.tabs!), {name: query.name, saved: id}));
      this.take(query);
    } catch (error) {
      this.failure = {sentence: (error as Error).message, hints: {}};
    }
  }

  /** Shows a kept query, with the values that the link has for its parameters. */
  private take(query: SavedQueryAnswer | null) {
    const kinds = query?.parameters ?? [];
    this.fields = fieldsFor(
      kinds.map(({name}) => name),
      [...this.fields, ...kinds.map(({name, kind}) => ({name, kind, typed: ''}))],
    );
    this.editor.write(query?.sql ?? '');
  }

  private link(): string {
    return location.href;
  }

  static override styles = [controlStyles, blockStyles, sqlPageStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sql-page': SqlPage;
  }
}
