/** Pages of the watch room. */
package tsunagu.watch.web;
