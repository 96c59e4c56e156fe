/** Pages and files of the register of personal files, the dry run, and who read what. */
package tsunagu.privacy.web;
