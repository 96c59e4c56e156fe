/** Pages as PDF, with Japanese fonts embedded. Knows nothing of what is printed. */
package tsunagu.print;
