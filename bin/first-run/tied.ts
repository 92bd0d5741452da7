// Loaded first into every process that a command starts: when the process that started it is killed, it ends too, in good order.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
