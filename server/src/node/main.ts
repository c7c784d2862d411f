// The language server as a program: over stdio, or over what VS Code chose.

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../server.ts";
import { warmUp } from "../warmUp.ts";
import { nodeMachine } from "./machine.ts";

startServer(createConnection(ProposedFeatures.all), nodeMachine);
// What the editor asks for when it starts comes first.
warmUp(300);
