/**
 * Reads QR codes in the visitor's browser: ZXing's reader, compiled from Java to plain JavaScript (assets/qr.js) when the portal
 * is built. Not used by the server. Plain JavaScript, because the pages' security policy admits no WebAssembly.
 */
package tsunagu.qr;
