import { openPages } from "./pages/page.tsx";

const room = document.querySelector("#parley");
if (room) openPages(room);
