/** Chromium's command line. Puppeteer's own list is not used: every flag here is there for a reason. */

/** https://peter.sh/experiments/chromium-command-line-switches */
const always = [
  '--headless',
  'about:blank',
  // Nothing reaches the network, even if a request slipped past the tab's guard.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AcceptCHFrame,DialMediaRouteProvider',
  // The same drawing everywhere.
  '--lang=en-US',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--disable-lcd-text',
  '--disable-gpu',
  '--hide-scrollbars',
  // No windows, no sound, no reports, no questions.
  '--mute-audio',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-hang-monitor',
  '--password-store=basic',
  '--use-mock-keychain',
  // Tabs that nobody sees are not slowed down.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // Containers give /dev/shm 64 MB, too little for a long book.
  '--disable-dev-shm-usage',
];

/** @param sandbox false only for root, under whom Chromium refuses to start with it */
export function createFlags(sandbox: boolean): string[] {
  return sandbox ? [...always] : ['--no-sandbox', ...always];
}
