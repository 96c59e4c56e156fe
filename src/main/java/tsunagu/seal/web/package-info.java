/** The public page of seals, and the same as a text file. */
package tsunagu.seal.web;
