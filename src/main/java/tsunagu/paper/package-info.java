/**
 * The papers of the plan's meeting in the city's own layout: 資料2 (results), 資料3 (check of the plan) and 資料4 (next year). Each is
 * made once, of cells; the page, the spreadsheet and the PDF show these cells and nothing else.
 */
package tsunagu.paper;
