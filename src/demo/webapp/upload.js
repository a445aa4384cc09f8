import { connect } from './connection.js';
import { byId } from './dom.js';
import { Upload } from './upload-item.js';

const client = connect();
client.connect(); // no channel yet: each upload adds its own to the open stream
const drop = byId('drop');

function send(files) {
  for (const file of files) {
    const upload = new Upload(client, file, byId('rate').value);
    byId('uploads').prepend(upload.element);
    upload.start();
  }
}

byId('files').addEventListener('change', ({ target }) => {
  send(target.files);
  target.value = ''; // the same file may be chosen again
});

for (const type of ['dragover', 'dragleave', 'drop']) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', type === 'dragover');
    if (type === 'drop') send(event.dataTransfer.files);
  });
}
