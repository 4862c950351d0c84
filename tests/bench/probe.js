// Preloaded into a process: tells its wall time in seconds and its peak memory in MB when it ends.
process.on('exit', () => {
  const megabytes = (process.resourceUsage().maxRSS * 1024) / 1_000_000;
  process.stderr.write(`\nPROBE ${process.uptime().toFixed(3)} ${megabytes.toFixed(1)}\n`);
});
