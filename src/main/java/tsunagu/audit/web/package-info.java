/** The page that compares the trail with its seals. */
package tsunagu.audit.web;
