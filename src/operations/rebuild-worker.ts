import { workerData } from "node:worker_threads"
import { rebuild } from "../ledger/rebuild.js"
import { openStore } from "./open-ledger.js"

/** Started by `rebuildOnThread` with the path of a ledger: brings its records up to date and ends. */
const store = await openStore(workerData as string, "read")
await rebuild(store, { at: new Date().toISOString(), by: "" })
await store.close()
