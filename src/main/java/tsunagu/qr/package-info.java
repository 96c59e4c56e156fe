/**
 * What the door's page on a phone takes from Java: ZXing's reader of QR codes, and the rules that the server has as well
 * (tsunagu.shared.CheckedDigits, FoldedName), compiled to one JavaScript module (assets/door/portal.js) when the portal is built.
 * Not used by the server. Plain JavaScript, because the pages' security policy admits no WebAssembly.
 */
package tsunagu.qr;
