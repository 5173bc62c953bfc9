for (const compare of shuttle.all('.compare')) {
  const slider = compare.querySelector('.slider');
  slider.addEventListener('input', () => { compare.style.setProperty('--cut', slider.value + '%'); });
  /* Threads stay square-edged where they are larger than a pixel of the screen. */
  const sharpen = () => {
    for (const paper of shuttle.all('.paper', compare)) {
      const ratio = window.devicePixelRatio || 1;
      const wider = paper.clientWidth * ratio >= paper.naturalWidth;
      const taller = paper.clientHeight * ratio >= paper.naturalHeight;
      paper.classList.toggle('magnified', wider || taller);
    }
  };
  for (const e of shuttle.all('input[name=result]', compare)) { e.addEventListener('change', sharpen); }
  for (const e of shuttle.all('img', compare)) { e.addEventListener('load', sharpen); }
  window.addEventListener('resize', sharpen);
  sharpen();
}
