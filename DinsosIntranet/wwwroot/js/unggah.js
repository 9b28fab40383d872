// Files that are dropped or pasted go the same way as those chosen in the picker: into the file input of their place.
const places = new Set();

const give = (place, files) => {
  const input = place.zone.querySelector('input[type="file"]');
  if (input === null || files.length === 0) {
    return;
  }
  const carrier = new DataTransfer();
  carrier.items.add(files[0]);
  input.files = carrier.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

const areaOf = (place) => place.zone.closest('[data-baris]') ?? place.zone;

// Where several places take pictures, the one whose row has the focus is meant.
const placeForPaste = () => {
  const open = [...places].filter((place) => place.paste);
  return open.find((place) => areaOf(place).contains(document.activeElement)) ?? (open.length === 1 ? open[0] : null);
};

const onPaste = (event) => {
  const files = [...(event.clipboardData?.files ?? [])];
  const place = files.length > 0 ? placeForPaste() : null;
  if (place !== null) {
    event.preventDefault();
    give(place, files);
  }
};

const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');

// A file dropped beside its place would otherwise replace the page, and with it what was typed.
const guard = (event) => {
  if (carriesFiles(event)) {
    event.preventDefault();
  }
};

const listen = (on) => {
  const change = on ? 'addEventListener' : 'removeEventListener';
  document[change]('paste', onPaste);
  document[change]('dragover', guard);
  document[change]('drop', guard);
};

export function pasang(zone, paste) {
  const place = { zone, paste };
  const area = areaOf(place);
  const mark = (event) => {
    if (carriesFiles(event)) {
      zone.dataset.seret = '';
    }
  };
  const unmark = (event) => {
    if (event.type === 'drop' || !area.contains(event.relatedTarget)) {
      delete zone.dataset.seret;
    }
  };
  const drop = (event) => {
    unmark(event);
    if (carriesFiles(event)) {
      event.preventDefault();
      give(place, [...event.dataTransfer.files]);
    }
  };
  if (places.size === 0) {
    listen(true);
  }
  places.add(place);
  area.addEventListener('dragover', mark);
  area.addEventListener('dragleave', unmark);
  area.addEventListener('drop', drop);
  return {
    lepas() {
      area.removeEventListener('dragover', mark);
      area.removeEventListener('dragleave', unmark);
      area.removeEventListener('drop', drop);
      places.delete(place);
      if (places.size === 0) {
        listen(false);
      }
    },
  };
}
