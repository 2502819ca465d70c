// Loaded into a server before anything else: when the process that started it is gone, even by kill -9, it goes too,
// so the next start finds the port free.
if (process.channel !== undefined) {
  process.channel.unref();
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 5_000);
  });
}
