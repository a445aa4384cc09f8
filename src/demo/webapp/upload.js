import { connect } from './connection.js';
import { byId } from './dom.js';
import { session } from './session.js';
import { Upload } from './upload-item.js';

const SAMPLE_BYTES = 8_000_000;

let client;
const header = document.querySelector('demo-header');
const drop = byId('drop');

session.addEventListener('change', begin);
begin();

/** A stream belongs to the user who has opened it: who signs in gets another. */
function begin() {
  client?.close();
  client = connect();
  client.connect(); // no channel yet: each upload adds its own to the open stream
}

function send(files) {
  for (const file of files) {
    const upload = new Upload(client, file, byId('rate').value);
    byId('uploads').prepend(upload.element);
    upload.start();
  }
}

byId('files').addEventListener('change', ({ target }) => {
  const files = [...target.files];
  header.signIn(() => send(files)); // before the list is emptied
  target.value = ''; // the same file may be chosen again
});

byId('sample').addEventListener('click', () => {
  const sample = new File([new Uint8Array(SAMPLE_BYTES)], 'sample.bin');
  header.signIn(() => send([sample]));
});

for (const type of ['dragover', 'dragleave', 'drop']) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', type === 'dragover');
    if (type !== 'drop') return;
    const files = [...event.dataTransfer.files];
    header.signIn(() => send(files));
  });
}
