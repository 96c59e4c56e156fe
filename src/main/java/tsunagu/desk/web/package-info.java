/** The desks' lists on a page and as a file, what people keep of them, and where work begins. */
package tsunagu.desk.web;
