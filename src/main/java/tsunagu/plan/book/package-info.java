/**
 * The plan as one workbook: handed out as it is, handed in by a city that begins, or with what a new plan adds. Nothing that is there is
 * changed by it but the name and the end of a plan.
 */
package tsunagu.plan.book;
