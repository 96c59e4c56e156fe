/** Pages of the seeker room. */
package tsunagu.seeker.web;
