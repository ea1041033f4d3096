import {MultiBar, Presets, type SingleBar} from 'cli-progress';

/** How long a step took. */
export interface Step {
  step: string;
  seconds: number;
}

/** Tells whoever waits what is being done. A step ends when the next begins, or with `end`. */
export interface Reporter {
  /** Begins a step; `step` is a Vietnamese phrase. */
  begin(step: string): void;
  /** How much of the step is done, 0 to 1, and what it is at. */
  progress(done: number, detail?: string): void;
  /** A line that stays. */
  say(line: string): void;
  /** Ends the running step, if there is one, as one that did not succeed, and says why. */
  fail(why: string): void;
  end(): void;
  /** The steps so far, each with its seconds. */
  steps(): Step[];
}

/** A bar on a terminal, plain lines elsewhere, nothing but the steps' times when quiet. */
export function createReporter(
  output: 'people' | 'quiet',
  stream: NodeJS.WriteStream = process.stderr,
): Reporter {
  const steps: Step[] = [];
  let running: {step: string; begun: number} | undefined;
  const screen = output === 'quiet' ? silent : stream.isTTY ? bars(stream) : lines(stream);

  const finish = (mark = '✓') => {
    if (!running) return;
    const seconds = (performance.now() - running.begun) / 1000;
    steps.push({step: running.step, seconds: Math.round(seconds * 1000) / 1000});
    screen.finished(`${mark} ${running.step} (${secondsOf(seconds)})`);
    running = undefined;
  };
  return {
    begin(step) {
      finish();
      running = {step, begun: performance.now()};
      screen.begun(step);
    },
    progress: (done, detail) => screen.moved(done, detail),
    say: (line) => screen.say(line),
    fail(why) {
      finish('✗');
      screen.say(why);
    },
    end() {
      finish();
      screen.closed();
    },
    steps: () => [...steps],
  };
}

interface Screen {
  begun(step: string): void;
  moved(done: number, detail?: string): void;
  finished(line: string): void;
  say(line: string): void;
  closed(): void;
}

const silent: Screen = {begun() {}, moved() {}, finished() {}, say() {}, closed() {}};

const secondsOf = (seconds: number) =>
  `${seconds.toLocaleString('vi-VN', {minimumFractionDigits: 1, maximumFractionDigits: 1})} giây`;

function lines(stream: NodeJS.WriteStream): Screen {
  const write = (line: string) => stream.write(`${line}\n`);
  return {
    ...silent,
    finished: write,
    say: write,
  };
}

function bars(stream: NodeJS.WriteStream): Screen {
  const total = 100;
  let screen: MultiBar | undefined;
  let bar: SingleBar | undefined;
  return {
    begun(step) {
      screen ??= new MultiBar(
        {stream, format: '{bar} {percentage}% {step} {detail}', hideCursor: true, clearOnComplete: true},
        Presets.shades_classic,
      );
      bar = screen.create(total, 0, {step, detail: ''});
    },
    moved: (done, detail = '') => bar?.update(Math.round(done * total), {detail}),
    finished(line) {
      if (bar) screen?.remove(bar);
      screen?.log(`${line}\n`);
    },
    say: (line) => (screen ? screen.log(`${line}\n`) : stream.write(`${line}\n`)),
    closed() {
      screen?.update();
      screen?.stop();
      screen = undefined;
    },
  };
}
