// The camera: looks at its picture eight times a second and says what it read, the same ticket once.
import { decodeQr } from "./portal.js";

const WIDTH = 640;
const EVERY = 120;
const SAME_TICKET = 5000;

/** @param on {read(text), running(yes), missing()} */
export function createCamera(video, on) {
  const canvas = document.createElement("canvas");
  let stream = null;
  let lastRead = "";
  let lastReadAt = 0;

  function picture() {
    const scale = Math.min(1, WIDTH / (video.videoWidth || WIDTH));
    const width = Math.round(video.videoWidth * scale);
    const height = Math.round(video.videoHeight * scale);
    if (!width || !height) return "";
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(video, 0, 0, width, height);
    const rgba = context.getImageData(0, 0, width, height).data;
    const grey = new Uint8Array(width * height);
    for (let i = 0, p = 0; p < grey.length; i += 4, p++) grey[p] = (rgba[i] * 77 + rgba[i + 1] * 151 + rgba[i + 2] * 28) >> 8;
    return decodeQr(grey, width, height);
  }

  function look() {
    if (!stream) return;
    const read = picture();
    if (read) {
      // The same ticket stays in front of the camera for a while; it was read once.
      const again = read === lastRead && Date.now() - lastReadAt <= SAME_TICKET;
      lastRead = read;
      lastReadAt = Date.now();
      if (!again) on.read(read);
    }
    setTimeout(look, EVERY);
  }

  return async () => {
    if (stream) {
      stream.getTracks().forEach((track) => track.stop());
      stream = null;
      video.hidden = true;
      on.running(false);
      return;
    }
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
    } catch {
      on.missing();
      return;
    }
    video.srcObject = stream;
    video.hidden = false;
    on.running(true);
    await video.play();
    look();
  };
}
