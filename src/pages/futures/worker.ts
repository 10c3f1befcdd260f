import { expose } from "comlink";
import { createWorkerApi } from "./worker-tasks.ts";

expose(createWorkerApi());
