/** Pages of the scout room. */
package tsunagu.scout.web;
