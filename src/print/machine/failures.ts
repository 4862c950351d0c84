/** Why a browser did not start, and what to do about it. */
import { execFile } from 'node:child_process';
import { MachineError } from '../../rules.ts';

/** A reason, known by what Chromium or the system prints. */
interface Failure {
  readonly sign: RegExp;
  readonly why: string;
  readonly remedy: string;
}

const failures: readonly Failure[] = [
  {
    // content/browser/zygote_host/zygote_host_impl_linux.cc
    sign: /No usable sandbox|zygote_host_impl_linux|Failed to move to new namespace/,
    why: ': the system does not let it make a sandbox',
    remedy:
      'Allow unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone=1; on Ubuntu also ' +
      'kernel.apparmor_restrict_unprivileged_userns=0), or run the build as root in a container.',
  },
  {
    sign: /EACCES|Permission denied/,
    why: ': it may not be executed',
    remedy: 'Set XDG_CACHE_HOME to a folder that programs may be run from (not mounted with noexec).',
  },
  {
    sign: /error while loading shared libraries/,
    why: ': a system library is missing',
    remedy: 'Install the libraries NSS, NSPR and expat (Debian: apt install libnss3 libexpat1).',
  },
];

const unknown: Omit<Failure, 'sign'> = {
  why: '',
  remedy: 'Set PUPPETEER_EXECUTABLE_PATH to a Chrome or Chromium that starts on this machine.',
};

const diagnosisLimitMs = 10_000;

/** Starts the browser once more, without Puppeteer, which keeps to itself what the browser says on stderr. */
export function diagnose(
  executable: string,
  flags: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Error> {
  const options = { env, timeout: diagnosisLimitMs, killSignal: 'SIGKILL' } as const;
  return new Promise((resolve) => {
    execFile(executable, [...flags, '--dump-dom'], options, (error, _, stderr) => {
      resolve(new Error([error?.message, stderr].filter(Boolean).join('\n'), { cause: error }));
    });
  });
}

/** @param cause its message holds what the browser wrote to stderr */
export function explainFailure(executable: string, cause: Error): MachineError {
  const { why, remedy } = failures.find(({ sign }) => sign.test(cause.message)) ?? unknown;
  return new MachineError(`The browser ${executable} does not start${why}. ${remedy}`, { cause });
}
