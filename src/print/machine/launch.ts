/** Starts Chromium: finds it, unpacks it on first use, and gives it our flags and environment. */
import type { Browser } from 'puppeteer';
import { createEnvironment } from './environment.ts';
import { diagnose, explainFailure } from './failures.ts';
import { createFlags } from './flags.ts';
import { locateBrowser } from './locate.ts';
import { findBrowserPackage } from './package.ts';
import type { Store } from './parts.ts';
import { openPrivateFolder } from './private-folder.ts';
import { createProfile, removeProfile } from './profile.ts';
import { loadPuppeteer } from './puppeteer.ts';

export interface LaunchOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told one sentence when the sandbox is off. */
  readonly note: (sentence: string) => void;
}

export interface Launched {
  readonly browser: Browser;
  /** To be called when the process has ended. */
  cleanUp(): Promise<void>;
}

/** What is needed to start a browser. */
interface Command {
  readonly executable: string;
  readonly flags: string[];
  readonly env: Record<string, string | undefined>;
  readonly signal: AbortSignal | undefined;
}

const startLimitMs = 60_000;

/** @throws MachineError when no browser is found or it does not start */
export async function launchBrowser({ signal, note }: LaunchOptions): Promise<Launched> {
  const store = await openStore(signal);
  const { executable, embedded } = await locateBrowser(store);
  const sandbox = process.getuid?.() !== 0;
  if (!sandbox)
    note("Chromium's sandbox is off because the build runs as root; run it as another user to have it on.");
  const profile = await createProfile();
  const env = await createEnvironment(store, embedded, profile);
  const flags = [...createFlags(sandbox), `--user-data-dir=${profile}`];
  try {
    return {
      browser: await start({ executable, flags, env, signal }),
      cleanUp: () => removeProfile(profile),
    };
  } catch {
    const cause = signal?.aborted ? undefined : await diagnose(executable, flags, env);
    await removeProfile(profile);
    throw cause ? explainFailure(executable, cause) : signal?.reason;
  }
}

/** The embedded browser's parts; absent where they cannot be used. */
async function openStore(signal: AbortSignal | undefined): Promise<Store | undefined> {
  const from = findBrowserPackage();
  if (!from || process.platform !== 'linux') return undefined;
  return { from, folder: await openPrivateFolder(`chromium-${from.version}`), signal };
}

async function start({ executable, flags, env, signal }: Command): Promise<Browser> {
  const puppeteer = loadPuppeteer();
  signal?.throwIfAborted();
  return puppeteer.launch({
    executablePath: executable,
    args: flags,
    ignoreDefaultArgs: true,
    headless: 'shell',
    // A pipe and not a port: other users of the machine cannot talk to it.
    pipe: true,
    env,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: startLimitMs,
    // Printing a long book may take minutes: only the caller's signal ends it.
    protocolTimeout: 0,
    ...(signal && { signal }),
  });
}
