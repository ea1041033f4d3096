import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import {chromium, type Browser} from 'playwright-core';

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Starts the machine's own Chromium when its path has one, else the one that came with the packages. */
export async function launchBrowser(path = process.env['PATH'] ?? ''): Promise<Browser> {
  // A container's root may not use the sandbox; the pages opened here are our own.
  return chromium.launch({
    executablePath: findChromium(path) ?? (await packagedChromium()),
    args: ['--no-sandbox'],
  });
}

function findChromium(path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => commands.map((command) => join(folder, command)))
    .find(mayRun);
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function packagedChromium(): Promise<string> {
  // The package unpacks the libraries Chromium needs only where it takes itself to be in such a runtime.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs24.x';
  const {default: packaged} = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
