{
  const frame = document.querySelector('iframe');
  if (frame !== null) frame.src = `dialog-frame.html${location.search}`;
  document.querySelector('dialog')?.showModal();
}
