/** The page of the guide. */
package tsunagu.guide.web;
