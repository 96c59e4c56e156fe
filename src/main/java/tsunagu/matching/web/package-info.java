/** Pages of the matching room. */
package tsunagu.matching.web;
