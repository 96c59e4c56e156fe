/** Pages of the evaluation: the list of a year, one programme's sheet, the chain of official records, the papers. */
package tsunagu.evaluation.web;
