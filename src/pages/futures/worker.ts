import { expose } from "comlink";
import { createWork } from "./work.ts";

expose(createWork());
