// The stand-in for Windows' ssh, inside a copy of Node: passes on how it was called, and what goes in and out.

const { connect } = require("node:net");

const socket = connect(Number(process.env.LKCLUSTER_STANDIN_PORT), "127.0.0.1");
socket.write(`${JSON.stringify(process.argv.slice(2))}\n`);
process.stdin.pipe(socket);
socket.pipe(process.stdout);
socket.on("error", () => process.exit(255));
socket.on("close", () => process.exit(0));
