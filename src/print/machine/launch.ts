/** Starts Chromium: finds it, unpacks it on first use, and gives it our flags and environment. */
import type { Browser } from 'puppeteer';
import { MachineError } from '../../rules.ts';
import { createEnvironment } from './environment.ts';
import { createFlags } from './flags.ts';
import { locateBrowser } from './locate.ts';
import { findBrowserPackage } from './package.ts';
import type { Store } from './parts.ts';
import { openPrivateFolder } from './private-folder.ts';

export interface LaunchOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told one sentence when the sandbox is off. */
  readonly note: (sentence: string) => void;
}

const startLimitMs = 60_000;

/** @throws MachineError when no browser is found or it does not start */
export async function launchBrowser({ signal, note }: LaunchOptions): Promise<Browser> {
  const loading = import('puppeteer');
  const store = await openStore(signal);
  const { executable, embedded } = await locateBrowser(store);
  const env = await createEnvironment(store, embedded);
  const sandbox = process.getuid?.() !== 0;
  if (!sandbox) note("Chromium's sandbox is off because the build runs as root; run it as another user to have it on.");
  const { default: puppeteer } = await loading;
  signal?.throwIfAborted();
  try {
    return await puppeteer.launch({
      executablePath: executable,
      args: createFlags(sandbox),
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
  } catch (cause) {
    throw explainFailure(executable, cause);
  }
}

async function openStore(signal: AbortSignal | undefined): Promise<Store | undefined> {
  const from = findBrowserPackage();
  if (!from || process.platform !== 'linux') return undefined;
  return { from, folder: await openPrivateFolder(`chromium-${from.version}`), signal };
}

function explainFailure(executable: string, cause: unknown): MachineError {
  const report = (cause as Error).message;
  const known = failures.find(({ sign }) => sign.test(report));
  const remedy = known?.remedy ?? 'Set PUPPETEER_EXECUTABLE_PATH to a Chrome or Chromium that starts on this machine.';
  return new MachineError(`The browser ${executable} does not start${known?.why ?? ''}. ${remedy}`, { cause });
}

const failures = [
  {
    sign: /No usable sandbox|sandbox_linux|zygote_host_impl_linux|Failed to move to new namespace/,
    why: ': the system lets it make no sandbox',
    remedy:
      'Allow unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone=1; on Ubuntu also ' +
      'kernel.apparmor_restrict_unprivileged_userns=0), or run the build as root in a container.',
  },
  {
    sign: /EACCES|Permission denied/,
    why: ': it may not be executed',
    remedy: 'Set XDG_CACHE_HOME to a folder from which programs may be run (not mounted noexec).',
  },
  {
    sign: /error while loading shared libraries/,
    why: ': a system library is missing',
    remedy: 'Install the libraries NSS, NSPR and expat (Debian: apt install libnss3 libexpat1).',
  },
] as const;
