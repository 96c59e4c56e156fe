/**
 * What all pages share: the table of routes and roles, the filters in front of them, texts, dates, error pages, and the
 * small helpers of the page beans. It knows no feature; features' pages live in their own {@code web} packages.
 */
package tsunagu.web;
