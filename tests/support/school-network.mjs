/**
 * Loaded into the server under test before anything else: the learning platform of the journeys stands on this machine,
 * and is asked for as if it were on the open network. Nothing else is led anywhere.
 */
import dns from "node:dns/promises";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const HOST = "school.example";
const PUBLIC = [{ address: "93.184.215.14", family: 4 }];
const HERE = "127.0.0.1";

const { lookup } = dns;
dns.lookup = (name, ...rest) => (name === HOST ? Promise.resolve(PUBLIC) : lookup(name, ...rest));
syncBuiltinESMExports();

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (options?.host === HOST) {
    options.port = Number(process.env.SCHOOL_PORT);
    options.lookup = (_name, { all }, done) => (all ? done(null, [{ address: HERE, family: 4 }]) : done(null, HERE, 4));
  }
  return connect.apply(this, args);
};
