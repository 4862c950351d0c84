// The browser comes with the npm package @sparticuz/chromium (Linux x64) or from the user's own
// machine. Downloading one while installing would make `npm ci` fail behind a firewall.
module.exports = { skipDownload: true };
