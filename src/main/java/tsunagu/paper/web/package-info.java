/** The papers on screen, as a spreadsheet and as PDF. */
package tsunagu.paper.web;
