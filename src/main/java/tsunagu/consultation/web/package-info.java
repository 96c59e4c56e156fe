/** Pages of the consultation room. */
package tsunagu.consultation.web;
