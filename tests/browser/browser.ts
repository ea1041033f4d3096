import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import {chromium, type Browser, type BrowserContext} from 'playwright-core';
import {demoAccounts} from '../../api/first-accounts.ts';
import type {Role} from '../../api/roles.ts';

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Starts the machine's own Chromium when its path has one, else the one that came with the packages. */
export async function launchBrowser(path = process.env['PATH'] ?? ''): Promise<Browser> {
  // A container's root may not use the sandbox; the pages opened here are our own.
  return chromium.launch({
    executablePath: findChromium(path) ?? (await packagedChromium()),
    args: ['--no-sandbox'],
  });
}

/** Signs in to made-up data as somebody of a role: every page of the context is theirs from then on. */
export async function signIn(context: BrowserContext, url: string, role: Role = 'lanh_dao'): Promise<void> {
  const {id: account, password} = demoAccounts.find((one) => one.role === role)!;
  const response = await context.request.post(`${url}/api/v1/session`, {
    headers: {origin: url},
    data: {account, password},
  });
  if (!response.ok()) throw new Error(`${account} cannot sign in: ${await response.text()}`);
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
