const room = document.querySelector("#parley");
if (room) room.textContent = document.title;
