// Stands in for Electron's utility process: the same module, the same messages, in a thread.
import { parentPort, workerData } from 'node:worker_threads'

process.argv.splice(2, Infinity, ...workerData.args)
process.parentPort = {
  postMessage: (message) => parentPort.postMessage(message),
  on: (_name, listen) => parentPort.on('message', listen),
}
await import(workerData.modulePath)
