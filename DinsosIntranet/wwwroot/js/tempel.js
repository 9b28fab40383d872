// What was pasted goes the same way as a chosen file: a message of the page holds 32 KB at most, an upload has no such bound.
export const berikan = (text, input) => {
  const carrier = new DataTransfer();
  carrier.items.add(new File([text.value], text.dataset.nama, { type: 'application/json' }));
  input.files = carrier.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};
