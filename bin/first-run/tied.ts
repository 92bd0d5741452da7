// Loaded first into every process that a command starts: when the process that started it is killed, it ends too, in good order.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();

// Not into the processes that it forks in turn: they live by their own channel.
process.execArgv.splice(process.execArgv.indexOf("--import"), 2);
